import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseSmsInbound } from "#contracts/aws/sms-inbound";
import { pointId } from "#domain/patient/point-id";
import type { OrganizationDirectory } from "#ports";
import type { ReceiveReply } from "#usecases/receive-reply";
import { Unrecoverable } from "../../shared/errors.ts";

/** Hears a text from a patient. */
export function createHandler(
  rim: QueueRim,
  receiveReply: ReceiveReply,
  organizations: Pick<OrganizationDirectory, "ofLine">,
) {
  return queueHandler({
    ...rim,
    parse: parseSmsInbound,
    work: async ({ reply, from, to, text }) => {
      const organization = await organizations.ofLine(to);
      if (!organization) throw new Unrecoverable("reply/unknown-line");
      const point = pointId(from);
      return receiveReply({
        organization,
        reply,
        channel: "sms",
        from: { point, address: from },
        text,
      });
    },
  });
}
