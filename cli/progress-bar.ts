import cliProgress from "cli-progress";
import { isTerminal, type Terminal } from "./terminal.ts";

/** How far a long piece of work has come. */
export interface ProgressBar {
  update(done: number, total: number): void;
  stop(): void;
}

const silent: ProgressBar = { update: () => undefined, stop: () => undefined };

/** A bar on stderr when a person watches; silent in a pipe, so that no script sees it. */
export function progressBar(label: string, terminal: Terminal = process): ProgressBar {
  if (!isTerminal(terminal.stderr)) return silent;
  const bar = new cliProgress.SingleBar({
    format: `${label} {bar} {percentage}% {duration_formatted}`,
    stream: terminal.stderr as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, done);
      else bar.update(done);
      isStarted = true;
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}
