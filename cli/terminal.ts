import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** The streams and the exit code of a command; `process` is one, a test passes its own. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  exitCode?: number | string | null | undefined;
}

/** 1: problems were found in what was asked. 2: it was asked wrongly. */
export type FailureCode = 1 | 2;

const guarded = new WeakSet<Writable>();

/**
 * The lines of a UTF-8 stream, without their line ends (LF or CR LF) and without a byte order mark.
 * A carriage return or a Unicode separator inside a line stays, for it is part of a message.
 */
export async function* readLines(input: Readable = process.stdin): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let isFirst = true;
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.write(chunk as Buffer);
    if (isFirst && rest.length > 0) {
      isFirst = false;
      if (rest.startsWith("\uFEFF")) rest = rest.slice(1);
    }
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield withoutReturn(line);
  }
  rest += decoder.end();
  if (rest !== "") yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/**
 * Writes one line to stdout; awaiting it keeps a long output from piling up in memory. A reader
 * that has had enough (`rounds … | head`) ends the command quietly.
 */
export async function printLine(text: string, terminal: Terminal = process): Promise<void> {
  const { stdout } = terminal;
  if (!guarded.has(stdout)) {
    guarded.add(stdout);
    stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
  if (!stdout.write(`${text}\n`)) await once(stdout, "drain");
}

/** Writes one value as one line of JSON to stdout. */
export function printJson(value: unknown, terminal: Terminal = process): Promise<void> {
  return printLine(JSON.stringify(value), terminal);
}

/**
 * Says on stderr what is wrong and sets the exit code; it does not throw or exit, so the caller
 * returns and output that is still on its way arrives. Wrong use (2) outweighs problems (1).
 */
export function fail(message: string, code: FailureCode, terminal: Terminal = process): void {
  terminal.stderr.write(`${message}\n`);
  problem(code, terminal);
}

/** Sets the exit code without words, for problems that the output itself shows. */
export function problem(code: FailureCode, terminal: Terminal = process): void {
  terminal.exitCode = Math.max(Number(terminal.exitCode ?? 0), code);
}

/** Whether a person watches this stream: progress bars and colours are for them only. */
export function isTerminal(stream: Writable = process.stdout): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
