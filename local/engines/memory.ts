import { readFileSync } from "node:fs";
import { freemem } from "node:os";
import { LocalProblem } from "../problem.ts";

/** Fourteen function processes at about 85 MB each, the engines and this process. */
const neededBytes = 1.5 * 1024 ** 3;

/** @throws LocalProblem when the machine has less free memory than the whole stack takes. */
export function requireMemory(available = availableBytes()): void {
  if (available >= neededBytes) return;
  const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
  throw new LocalProblem(
    "local/memory-short",
    `Only ${gigabytes(available)} GB of memory is free and the whole stack takes ` +
      `${gigabytes(neededBytes)} GB. Close something large and start again.`,
  );
}

/** Linux counts its file cache as used in `freemem`; MemAvailable does not. */
function availableBytes(): number {
  try {
    const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(
      readFileSync("/proc/meminfo", "utf8"),
    )?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    return freemem();
  }
  return freemem();
}
