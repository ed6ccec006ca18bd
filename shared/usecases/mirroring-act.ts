import type { MirrorMessage } from "#contracts/mirror-message";
import { concernsCarrierList } from "#domain/record/carrier-list";
import type { WorkQueue } from "#ports";
import type { Act } from "./act.ts";

/**
 * Acts, and has the carrier's list follow whoever took texts back by it. The record is what keeps
 * everybody away from the patient; the list is a second fence, so a queue that does not take the
 * message holds nothing up. A message that is lost is repaired by the patient's next one.
 */
export function createMirroringAct(ports: {
  readonly act: Act;
  readonly mirror: WorkQueue<MirrorMessage>;
}): Act {
  return async (organization, patient, ...rest) => {
    const acted = await ports.act(organization, patient, ...rest);
    if (concernsCarrierList(acted.record, acted.events)) {
      const message = { schema: "mirror.v1", organization, patient } as const;
      await ports.mirror.send([message]).catch(() => undefined);
    }
    return acted;
  };
}
