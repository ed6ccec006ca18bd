import type { Lane } from "#domain/record/due";
import type { Logger } from "#observability/logger";
import type { Meter } from "#observability/meter";
import type { ReleaseDue } from "#usecases/release-due";

/** Runs each minute: what is due goes to the lanes. A failure is tried again by the next tick. */
export function createHandler(
  releaseDue: ReleaseDue,
  { log, meter }: { readonly log: Logger; readonly meter: Meter },
) {
  return async (): Promise<void> => {
    for (const [name, found] of Object.entries(await releaseDue())) {
      const lane = name as Lane;
      const { released: count, refused, due, waiting, lateMs } = found;
      meter.add("Released", { lane }, count);
      meter.add("NotReleased", { lane }, refused);
      meter.add("Due", { lane }, due);
      meter.add("Waiting", { lane }, waiting);
      meter.add("OldestDue", { lane }, lateMs / 1_000);
      if (count > 0) log.info("Released due work", { lane, count });
      if (refused > 0) log.error("Due work that no queue takes", { lane, failed: refused });
    }
  };
}
