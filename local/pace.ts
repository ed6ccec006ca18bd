import { setTimeout as wait } from "node:timers/promises";
import type { LocalStack } from "./local-stack.ts";

const stepMs = 500;

/**
 * Moves a stack's virtual clock on as fast as the wall's, from where it stands, until stopped:
 * files that are handed in are read, patients answer, what is due goes out.
 */
export async function keepPace(
  stack: LocalStack,
  signal: AbortSignal,
  each: () => Promise<void>,
): Promise<void> {
  const ahead = stack.clock.now() - Date.now();
  while (!signal.aborted) {
    await stack.runUntil(Date.now() + ahead);
    await each();
    await wait(stepMs, undefined, { signal }).catch(() => undefined);
  }
}
