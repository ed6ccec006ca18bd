import { readBy } from "#domain/reply/read-by";
import type { Campaign } from "../../shared/domain/campaign/campaign.ts";
import { defaultPolicy } from "../../shared/domain/contact/default-policy.ts";
import type { Reachability } from "../../shared/domain/patient/profile.ts";
import type { Command } from "../../shared/domain/record/command.ts";
import { decide } from "../../shared/domain/record/decide.ts";
import type { RecordEvent } from "../../shared/domain/record/event.ts";
import { evolveAll } from "../../shared/domain/record/evolve.ts";
import { newRecord } from "../../shared/domain/record/new-record.ts";
import type { PatientRecord } from "../../shared/domain/record/record.ts";
import type { Rules } from "../../shared/domain/record/rules.ts";
import type { Understanding } from "../../shared/domain/reply/understanding.ts";
import { type Instant, parseInstant } from "../../shared/domain/time.ts";
import { campaign } from "./a-campaign.ts";

export const newYork: Reachability = {
  zones: ["America/New_York"],
  states: ["NY"],
  language: "en",
  points: { sms: "p-mobile", voice: "p-mobile", email: "p-mail" },
};

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** Monday, ten in the morning in New York. */
export const monday: Instant = at("2026-11-30T10:00:00-05:00");

export function record(overrides: Partial<PatientRecord> = {}): PatientRecord {
  return { ...newRecord("oak", "p1"), reach: newYork, ...overrides };
}

export function rules(
  campaigns: readonly Campaign[] = [campaign()],
  overrides: Partial<Rules> = {},
): Rules {
  return {
    campaign: (id, version) =>
      campaigns.find((known) => known.id === id && known.version === version),
    isPaused: () => false,
    halts: [],
    policy: { ...defaultPolicy, spreadMinutes: 0 },
    business: { zone: "America/New_York", opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: true,
    ...overrides,
  };
}

export function understanding(overrides: Partial<Understanding> = {}): Understanding {
  return {
    optOut: false,
    optIn: false,
    keep: false,
    help: false,
    wrongNumber: false,
    wantsPerson: false,
    isDeath: false,
    isViolence: false,
    reasons: [],
    review: false,
    spans: [],
    ...overrides,
  };
}

export function enroll(when: Instant = monday, overrides: object = {}): Command {
  return {
    type: "enroll",
    at: when,
    campaign: "screening/check",
    version: 1,
    episode: "2026-11-01",
    ...overrides,
  } as Command;
}

export function reply(
  when: Instant,
  means: Partial<Understanding>,
  overrides: object = {},
): Command {
  return {
    type: "receive-reply",
    at: when,
    reply: `r-${when}`,
    channel: "sms",
    point: "p-mobile",
    understanding: understanding(means),
    readBy,
    speaker: "patient",
    ...overrides,
  } as Command;
}

/** A record that commands are put to, one after the other, as production does. */
export function given(start: PatientRecord = record(), book: Rules = rules()) {
  let current = start;
  let last: readonly RecordEvent[] = [];
  const story = {
    record: (): PatientRecord => current,
    events: (): readonly RecordEvent[] => last,
    types: (): readonly string[] => last.map((event) => event.type),
    find: <Type extends RecordEvent["type"]>(type: Type) =>
      last.find((event): event is Extract<RecordEvent, { type: Type }> => event.type === type),
    when: (...commands: readonly Command[]) => {
      last = commands.flatMap((command) => {
        const events = decide(current, command, book);
        current = events.length > 0 ? evolveAll(current, events) : current;
        // What is stored is JSON: nothing may live in a record that JSON cannot carry.
        current = JSON.parse(JSON.stringify(current));
        return events;
      });
      return story;
    },
    /** Claims on the channel and lets the provider accept. */
    sent: (when: Instant, channel: "sms" | "email" | "voice" = "sms") => {
      story.when({ type: "claim", at: when, channel });
      const claimed = story.find("touch-claimed");
      if (!claimed) throw new Error(`nothing to claim: ${story.types().join(", ")}`);
      return story.when({
        type: "record-outcome",
        at: when,
        touch: claimed.touch,
        outcome: { is: "accepted", providerId: `m-${when}` },
      });
    },
  };
  return story;
}
