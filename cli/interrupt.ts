import { constants } from "node:os";

type Signal = "SIGINT" | "SIGTERM" | "SIGHUP";

const signals: readonly Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Ends the process in order, so that what cleans up at its exit does; 128 + n as shells say. */
let handle = (signal: Signal): void => process.exit(128 + constants.signals[signal]);

/** Takes Ctrl-C and its kin for the whole process, once. */
export function exitOnInterrupt(): void {
  for (const signal of signals) process.on(signal, () => handle(signal));
}

/** For the time being an interrupt does this instead. Returns how to go back. */
export function onInterrupt(instead: () => void): () => void {
  const before = handle;
  handle = instead;
  return () => {
    handle = before;
  };
}
