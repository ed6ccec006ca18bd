import type { Accepted } from "../../shared/domain/ledger/accepted.ts";
import type { LedgerRow } from "../../shared/domain/ledger/row.ts";
import type { Channel } from "../../shared/domain/patient/contact-point.ts";
import type { Command, Receipt, SendOutcome } from "../../shared/domain/record/command.ts";
import { decide } from "../../shared/domain/record/decide.ts";
import { chance } from "../../shared/domain/record/digest.ts";
import { nextDue } from "../../shared/domain/record/due.ts";
import type { RecordEvent } from "../../shared/domain/record/event.ts";
import { evolveAll } from "../../shared/domain/record/evolve.ts";
import type { PatientRecord } from "../../shared/domain/record/record.ts";
import type { Rules } from "../../shared/domain/record/rules.ts";
import { tasksToRaise } from "../../shared/domain/record/task.ts";
import { type TouchRef, touchKey } from "../../shared/domain/record/touch.ts";
import type { Understanding } from "../../shared/domain/reply/understanding.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { reply } from "./a-record.ts";

/** Replies of every kind, the common ones more often. */
function wordsBy(roll: number): Partial<Understanding> {
  const kinds: readonly (readonly [share: number, means: Partial<Understanding>])[] = [
    [0.25, { answer: "wants-booking" }],
    [0.45, { answer: "already-done" }],
    [0.55, { optOut: true }],
    [0.63, { keep: true }],
    [0.69, { optIn: true }],
    [0.75, { tier: "T1" }],
    [0.79, { tier: "T3", review: true }],
    [0.83, { wrongNumber: true }],
    [0.86, { review: true }],
    [0.89, { help: true }],
    [0.92, { language: "es" }],
    [0.95, { wantsPerson: true }],
    [0.97, { isViolence: true, tier: "T2" }],
    [0.98, { isDeath: true, tier: "T4", review: true }],
    [1, { optOut: true, tier: "T1" }],
  ];
  return kinds.find(([share]) => roll < share)?.[1] ?? {};
}

export interface Life {
  readonly record: PatientRecord;
  readonly rows: readonly LedgerRow[];
  readonly accepted: readonly Accepted[];
  readonly end: Instant;
}

/**
 * Lives one patient's months at random: workers that crash, answers that get lost, receipts that
 * come twice or never, replies of every kind, all drawn from the seed. A worker holds the claim's
 * event only, as a real one does.
 * @param decided is told of every decision, also of those that nothing came of.
 */
export function live(
  start: PatientRecord,
  rules: Rules,
  seed: string,
  from: Instant,
  until: Instant,
  enrollments: readonly Command[],
  decided: (before: PatientRecord, command: Command, events: readonly RecordEvent[]) => void = () =>
    undefined,
): Life {
  let record = start;
  let now = from;
  let draws = 0;
  const rows: LedgerRow[] = [];
  const accepted: Accepted[] = [];
  const later: { at: Instant; run: () => void }[] = [];
  const draw = (): number => {
    draws += 1;
    return chance(`${seed}/${draws}`);
  };
  const give = (command: Command) => {
    const events = decide(record, command, rules);
    decided(record, command, events);
    if (events.length === 0) return events;
    record = JSON.parse(JSON.stringify(evolveAll(record, events)));
    const { organization, patient, revision } = record;
    events.forEach((event, index) => {
      rows.push({ organization, patient, revision, index, inputs: "x", event });
    });
    return events;
  };
  const soon = (ms: number, run: () => void) => later.push({ at: now + ms, run });

  const afterSend = (touch: TouchRef, channel: Channel) => {
    const receipts: Receipt[] = [{ is: "sent" }];
    const roll = draw();
    if (channel === "voice" && roll < 0.4) receipts.push({ is: "failed", reason: "no-answer" });
    else if (roll < 0.75) receipts.push({ is: "delivered", by: "device" });
    else if (roll < 0.85) receipts.push({ is: "failed", reason: "invalid-address" });
    for (const receipt of receipts) {
      if (draw() < 0.2) continue;
      for (let copy = 0; copy < (draw() < 0.2 ? 2 : 1); copy += 1) {
        soon(draw() * 40 * 3_600_000, () =>
          give({ type: "record-receipt", at: now, touch, receipt }),
        );
      }
    }
    const means = draw() < 0.5 ? undefined : wordsBy(draw());
    if (!means) return;
    const heard = `r${draws}`;
    soon(draw() * 90 * 3_600_000, () => {
      const command = reply(now, means, { reply: heard, channel, point: undefined });
      give(command);
      if (draw() < 0.3) give(command);
    });
  };

  /** What staff, relatives and other systems do in between. */
  const meddle = () => {
    const roll = draw();
    if (roll < 0.3) {
      give({ type: "take-conversation", at: now, agent: "agent-7" });
      const backMs = draw() * 90 * 3_600_000;
      soon(backMs, () => give({ type: "return-conversation", at: now, agent: "agent-7" }));
    } else if (roll < 0.5) {
      const { isInFacility: _, ...home } = record.reach;
      give({ type: "change-profile", at: now, reach: { ...home, isInFacility: true } });
      soon(draw() * 9 * 86_400_000, () => give({ type: "change-profile", at: now, reach: home }));
    } else if (roll < 0.7) {
      const scope = draw() < 0.5 ? { channel: "voice" as const } : { purpose: "lab-due" as const };
      give({ type: "opt-out", at: now, via: "agent", scope });
    } else if (roll < 0.8) {
      const evidence = { by: "agent-7", reference: `form:${draws}` };
      give({ type: "opt-in", at: now, scope: {}, basis: "form", evidence });
    } else {
      const only = draw() < 0.5 ? (["email"] as const) : (["sms", "voice"] as const);
      give({ type: "change-preferences", at: now, preferences: { only } });
    }
  };

  const work = (channel: Channel) => {
    const claimed = give({ type: "claim", at: now, channel }).find(
      (event) => event.type === "touch-claimed",
    );
    if (!claimed) return;
    const { touch } = claimed;
    const roll = draw();
    if (roll < 0.05) return;
    if (roll < 0.15) {
      const outcome: SendOutcome = { is: "released", reason: "throttled" };
      give({ type: "record-outcome", at: now, touch, outcome });
      return;
    }
    accepted.push({ key: touchKey(record, touch), at: now });
    afterSend(touch, channel);
    if (roll < 0.25) return;
    const outcome: SendOutcome =
      roll < 0.3
        ? { is: "unknown", reason: "timeout" }
        : { is: "accepted", providerId: `m${draws}` };
    give({ type: "record-outcome", at: now, touch, outcome });
  };

  for (const command of enrollments) soon(command.at - from, () => give({ ...command, at: now }));
  while (draw() < 0.5) soon(draw() * (until - from), meddle);
  for (let round = 0; round < 5_000; round += 1) {
    later.sort((a, b) => a.at - b.at);
    const due = nextDue(record);
    const next = Math.min(later[0]?.at ?? Infinity, due?.at ?? Infinity);
    if (next > until) break;
    // Workers come late, as they do behind a backlog.
    now = Math.max(now, next) + (draw() < 0.3 ? Math.floor(draw() * 5 * 3_600_000) : 0);
    if (later[0] && later[0].at <= now) {
      later.shift()?.run();
      continue;
    }
    if (!due) continue;
    if (due.lane === "decide") give({ type: "advance", at: now });
    else if (due.lane === "task") {
      for (const task of tasksToRaise(record.tasks, now)) {
        give({ type: "record-raised", at: now, task: task.id, raised: task.raised });
        if (draw() < 0.7) {
          const outcome = draw() < 0.7 ? "resolved" : "unreachable";
          soon(draw() * 30 * 3_600_000, () =>
            give({ type: "resolve-task", at: now, task: task.id, outcome }),
          );
        }
      }
    } else work(due.lane);
  }
  return { record, rows, accepted, end: Math.max(now, until) };
}
