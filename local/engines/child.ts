import { type ChildProcess, spawn } from "node:child_process";

/**
 * Ends the engine and removes its data when this process is gone, however it went: the shell waits
 * on a pipe that only this process holds open, and from then on says nothing, for there is nobody
 * left to read it. Interrupts are left to this process, which stops the engines in order.
 */
const guard =
  "trap '' INT; \"$@\" & engine=$!; exec >/dev/null 2>&1; cat; kill $engine; wait $engine; " +
  'if [ -n "$ENGINE_DATA" ]; then rm -rf "$ENGINE_DATA"; fi';

export interface EngineChild {
  /** What it wrote last, for an error message. */
  output(): string;
  readonly hasEnded: boolean;
  stop(): Promise<void>;
}

export interface ChildCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory?: string | undefined;
  /** A folder that goes with the engine. */
  readonly data?: string | undefined;
}

/** Starts an engine's process. Its output is kept back from the terminal. */
export function startChild({ command, args, directory, data = "" }: ChildCommand): EngineChild {
  const isWindows = process.platform === "win32";
  const child: ChildProcess = spawn(
    isWindows ? command : "/bin/sh",
    isWindows ? args : ["-c", guard, "engine", command, ...args],
    {
      stdio: ["pipe", "pipe", "pipe"],
      cwd: directory,
      env: { ...process.env, ENGINE_DATA: data },
    },
  );
  let tail = "";
  let hasEnded = false;
  const keep = (chunk: Buffer) => {
    tail = (tail + chunk.toString("utf8")).slice(-2_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      tail += error.message;
      hasEnded = true;
      resolve();
    });
    child.once("exit", () => {
      hasEnded = true;
      resolve();
    });
  });
  return {
    output: () => tail.trim(),
    get hasEnded() {
      return hasEnded;
    },
    async stop() {
      if (isWindows) child.kill();
      child.stdin?.end();
      await ended;
    },
  };
}
