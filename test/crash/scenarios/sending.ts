import { monday } from "#support/a-record";
import type { Scenario } from "../scenario.ts";
import type { CampaignName } from "../world/campaigns.ts";
import { mailbox, mobile, points } from "../world/ground.ts";

/** What the release puts on a lane's queue. */
export function due(lane: string, patient = "p1"): object {
  return { schema: "due.v1", organization: "oak", patient, lane, dueAt: monday };
}

function sending(
  of: "send-sms" | "send-email" | "place-call",
  campaign: CampaignName,
  queue: "sms" | "email" | "voice",
  more: Partial<Scenario> = {},
): Scenario {
  return {
    name: of,
    of,
    live: [campaign],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll(campaign);
      await ground.publish();
    },
    source: { queue, body: due(queue) },
    ...more,
  };
}

/** One message that is due, on each channel. */
export const sendingScenarios: readonly Scenario[] = [
  sending("send-sms", "text", "sms"),
  sending("send-email", "mail", "email"),
  sending("place-call", "call", "voice"),
];

/** The same where a lost answer leads on, and where the phone is shared. */
export const moreSending: readonly Scenario[] = [
  sending("send-sms", "either", "sms", { name: "send-sms-or-mail" }),
  sending("send-sms", "text", "sms", {
    name: "send-sms-to-shared-phone",
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points(mobile, mailbox) });
      await ground.enroll("text");
      await ground.publish();
    },
  }),
];
