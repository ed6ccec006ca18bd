import { setTimeout as wait } from "node:timers/promises";
import type { LocalStack } from "./local-stack.ts";

const stepMs = 500;

/**
 * Moves a stack's virtual clock on with the wall's, until stopped: files that are handed in are
 * read, patients answer, what is due goes out. A stack that lived into the future stays as far
 * ahead; one that is behind catches up first.
 */
export async function keepPace(
  stack: LocalStack,
  signal: AbortSignal,
  each: () => Promise<void>,
): Promise<void> {
  const ahead = Math.max(0, stack.clock.now() - Date.now());
  while (!signal.aborted) {
    await stack.runUntil(Date.now() + ahead);
    await each();
    await wait(stepMs, undefined, { signal }).catch(() => undefined);
  }
}
