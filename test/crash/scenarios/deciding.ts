import { pointId } from "#domain/patient/point-id";
import { dayMs, minuteMs } from "#domain/time";
import { monday, reply } from "#support/a-record";
import type { Scenario } from "../scenario.ts";
import { mobile } from "../world/ground.ts";
import { countOf, exactlyOne } from "./found.ts";
import { due } from "./sending.ts";

/** Thursday was a holiday: the last day on which somebody was contacted. */
const friday = monday - 3 * dayMs;

/** What is due and needs no provider, and a task that agents are to see. */
export const decidingScenarios: readonly Scenario[] = [
  {
    name: "advance-lease",
    of: "advance",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("text", "p1", monday - 20 * minuteMs);
      await ground.claim("sms", monday - 10 * minuteMs);
      await ground.publish();
    },
    source: { queue: "decide", body: due("decide") },
    missing: (end) => [
      ...exactlyOne(end, "touch-unknown"),
      ...exactlyOne(end, "touch-unconfirmed"),
      ...exactlyOne(end, "enrollment-ended"),
    ],
  },
  {
    name: "advance-silence",
    of: "advance",
    live: ["handOver"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("handOver", "p1", friday);
      await ground.claim("sms", friday, { is: "accepted", providerId: "sms-friday" });
      await ground.publish();
    },
    source: { queue: "decide", body: due("decide") },
    missing: (end) => [...exactlyOne(end, "escalated"), ...exactlyOne(end, "task-resolved")],
  },
  {
    name: "advance-deadline",
    of: "advance",
    live: ["mail"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("mail", "p1", friday - 20 * minuteMs);
      await ground.claim("email", friday - 10 * minuteMs, { is: "unknown", reason: "timeout" });
      await ground.publish();
    },
    source: { queue: "decide", body: due("decide") },
    missing: (end) => [
      ...exactlyOne(end, "touch-unconfirmed"),
      ...exactlyOne(end, "escalated"),
      ...exactlyOne(end, "task-resolved"),
    ],
  },
  {
    name: "raise-task",
    of: "raise-task",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("text");
      await ground.ask(reply(monday, { tier: "T1" }, { reply: "r1", point: pointId(mobile) }));
      await ground.publish();
    },
    source: {
      queue: "urgent",
      body: { schema: "urgent.v1", organization: "oak", patient: "p1", task: "reply-T1:r1" },
    },
    said: [{ reply: "r1", tier: "T1" }],
    missing: (end) => [
      ...exactlyOne(end, "escalated"),
      ...(countOf(end, "task-raised") > 0 ? [] : ["nobody noted that agents were told"]),
    ],
  },
];
