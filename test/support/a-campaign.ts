import type { Campaign, Step } from "../../shared/domain/campaign/campaign.ts";

const words = {
  sms: "{clinic}: time for a check. Reply 1 to book, 2 for a call. {phone}. Reply STOP to opt out.",
  email: { subject: "A check is due", text: "Hello {given}. Reply STOP to opt out. {address}" },
  voice: "Hello, this is {clinic}. To stop these calls press 9. Press 1 to book.",
};

/** A short ladder with every kind of step: text, reminder, call, wait, branch, agent, end. */
export const ladder: Readonly<Record<string, Step>> = {
  invite: {
    kind: "send",
    message: "invite",
    over: ["sms", "email"],
    answers: { "1": "wants-booking", "3": "already-done" },
    wait: { unit: "days", count: 3 },
    notAfter: { unit: "days", count: 2 },
    unconfirmed: "skip",
    next: {
      "wants-booking": "book",
      "already-done": "thanks",
      silence: "pause",
      undeliverable: "call",
    },
  },
  pause: { kind: "wait", wait: { unit: "days", count: 1 }, next: { done: "has-phone" } },
  "has-phone": { kind: "branch", when: { has: "voice" }, next: { yes: "call", no: "book" } },
  call: {
    kind: "call",
    message: "invite",
    voicemail: "invite",
    tries: 2,
    answers: { "1": "wants-booking" },
    wait: { unit: "days", count: 2 },
    notAfter: { unit: "days", count: 3 },
    unconfirmed: "agent",
    next: { "wants-booking": "book", silence: "book", undeliverable: "book" },
  },
  book: {
    kind: "escalate",
    reason: "schedule-visit",
    queue: "scheduling",
    priority: "routine",
    within: { unit: "business-days", count: 1 },
    next: { resolved: "thanks", unreachable: "end" },
  },
  thanks: { kind: "end", outcome: "completed" },
};

/** A campaign of which a test says only what matters to it. */
export function campaign(overrides: Partial<Campaign> = {}): Campaign {
  return {
    id: "screening/check",
    version: 1,
    title: "Check reminder",
    owner: "Breast health program",
    review: "2030-12-31",
    purpose: "screening",
    audience: { any: "mammogram" },
    goal: { any: "mammogram" },
    again: { after: { unit: "months", count: 12 } },
    priority: 40,
    holdout: 0,
    start: "invite",
    steps: ladder,
    messages: { en: { invite: words }, es: { invite: words } },
    ...overrides,
  };
}
