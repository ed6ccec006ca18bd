import type { Campaign, SendStep } from "#domain/campaign/campaign";
import type { ContactPolicy } from "#domain/contact/policy";
import type { ContactWindow } from "#domain/contact/window";
import type { Channel } from "#domain/patient/contact-point";
import { campaign, ladder } from "../a-campaign.ts";

/** One question over one channel, asked again after each silence of an hour. */
export function asking(
  channel: Exclude<Channel, "voice">,
  overrides: Partial<Campaign> = {},
  step: Partial<SendStep> = {},
): Campaign {
  return campaign({
    start: "ask",
    steps: {
      ask: {
        kind: "send",
        message: "invite",
        over: [channel],
        answers: { "1": "wants-booking" },
        wait: { unit: "hours", count: 1 },
        notAfter: { unit: "hours", count: 2 },
        unconfirmed: "skip",
        next: { "wants-booking": "book", silence: "ask", undeliverable: "rest" },
        ...step,
      },
      rest: { kind: "wait", wait: { unit: "hours", count: 1 }, next: { done: "ask" } },
      book: ladder["book"] as NonNullable<(typeof ladder)["book"]>,
      thanks: { kind: "end", outcome: "completed" },
    },
    ...overrides,
  });
}

/** Every day, from one minute after local midnight to another. */
export function everyDay(opensMinute: number, closesMinute: number): ContactWindow {
  const hours = { opensMinute, closesMinute };
  const byWeekday = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours };
  return { byWeekday, holidays: "open" };
}

/** Nothing between two contacts but the law that is looked at. */
export const unhindered: Partial<ContactPolicy> = {
  caps: [],
  threadHours: 0,
  mergesSameDay: false,
  window: everyDay(0, 1_440),
};
