import cliProgress from "cli-progress";
import { dayOf, formatDay, type ZoneId } from "#domain/time";
import type { RunProgress } from "#local/run";
import { isTerminal, type Terminal } from "../terminal.ts";
import { count, several } from "./numbers.ts";

/** Shows a run while it goes on. */
export interface LiveView {
  show(progress: RunProgress): void;
  stop(): void;
}

const phases: Readonly<Record<RunProgress["phase"], string>> = {
  build: "Building the functions",
  up: "Bringing the stack up",
  files: "Handing the files in",
  import: "Importing patients",
  days: "Living the days",
};

/** A bar on stderr for who watches; nothing in a pipe, so that no script sees it. */
export function liveView(zone: ZoneId, terminal: Terminal): LiveView {
  if (!isTerminal(terminal.stderr)) return { show: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: "{phase} {bar} {percentage}% {detail}",
    stream: terminal.stderr as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    fps: 8,
  });
  let isStarted = false;
  return {
    show(progress) {
      const payload = {
        phase: phases[progress.phase].padEnd(22),
        detail: progress.phase === "days" ? detailOf(progress, zone) : "",
      };
      const value = Math.round(progress.share * 1_000);
      if (isStarted) bar.update(value, payload);
      else bar.start(1_000, value, payload);
      isStarted = true;
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}

/** `2026-10-21  112 texts, 8 mails, 61 calls  30 answers  24 tasks` */
function detailOf({ now, came }: RunProgress, zone: ZoneId): string {
  const sent = [
    several(came.sms, "text"),
    several(came.email, "mail"),
    several(came.voice, "call"),
  ];
  const back = `${several(came.answers, "answer")}  ${several(came.tasks, "task")}`;
  return `${formatDay(dayOf(now, zone))}  ${sent.join(", ")}  ${back}`;
}

/** Phases as plain lines, for a log: each once, and the days in tenths. */
export function plainView(zone: ZoneId, say: (line: string) => void): LiveView {
  let last = "";
  return {
    show(progress) {
      const tenth = progress.phase === "days" ? Math.floor(progress.share * 10) : 0;
      const key = `${progress.phase} ${tenth}`;
      if (key === last) return;
      last = key;
      if (progress.phase === "days") say(`  ${count(tenth * 10)} %  ${detailOf(progress, zone)}`);
      else say(`${phases[progress.phase]} …`);
    },
    stop: () => undefined,
  };
}
