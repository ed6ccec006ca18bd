import type { Logger } from "#observability/logger";
import type { ReleaseDue } from "#usecases/release-due";

/** Runs each minute: what is due goes to the lanes. A failure is tried again by the next tick. */
export function createHandler(releaseDue: ReleaseDue, log: Logger) {
  return async (): Promise<void> => {
    const released = await releaseDue();
    for (const [lane, { released: count, refused }] of Object.entries(released)) {
      if (count > 0) log.info("Released due work", { lane, count });
      if (refused > 0) log.error("Due work that no queue takes", { lane, failed: refused });
    }
  };
}
