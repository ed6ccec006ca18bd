import type { Campaign, Step } from "#domain/campaign/campaign";
import { campaign, ladder } from "#support/a-campaign";

const book = ladder["book"] as Step;
const over: Step = { kind: "end", outcome: "completed" };

/** One message and its silence: short, so that a life of thousands of cases is soon over. */
function ask(channels: readonly ("sms" | "email")[], unconfirmed: "skip" | "agent"): Step {
  return {
    kind: "send",
    message: "invite",
    over: channels,
    answers: { "1": "wants-booking" },
    wait: { unit: "hours", count: 20 },
    notAfter: { unit: "days", count: 2 },
    unconfirmed,
    next: { "wants-booking": "book", silence: "over", undeliverable: "over" },
  };
}

const call: Step = {
  kind: "call",
  message: "invite",
  voicemail: "invite",
  tries: 1,
  answers: { "1": "wants-booking" },
  wait: { unit: "hours", count: 20 },
  notAfter: { unit: "days", count: 2 },
  unconfirmed: "skip",
  next: { "wants-booking": "book", silence: "over", undeliverable: "over" },
};

const women = { sex: "female" } as const;

function one(id: string, steps: Readonly<Record<string, Step>>): Campaign {
  const start = Object.keys(steps)[0] ?? "";
  return campaign({ id, audience: women, start, steps: { ...steps, book, thanks: over, over } });
}

/** The campaigns of the matrix, by what they try. */
export const campaigns = {
  text: one("screening/text", { ask: ask(["sms"], "skip") }),
  mail: one("screening/mail", { ask: ask(["email"], "agent") }),
  call: one("screening/call", { call }),
  /** Silence is for a person to look at. */
  handOver: one("screening/hand-over", {
    ask: {
      ...ask(["sms"], "skip"),
      next: { "wants-booking": "book", silence: "book", undeliverable: "over" },
    } as Step,
  }),
  /** A text that leads on to another channel when nobody knows what became of it. */
  either: one("screening/either", {
    ask: { ...ask(["sms", "email"], "skip"), unconfirmed: "other-channel" } as Step,
  }),
  /** Text, mail, call and agent, one after the other. */
  whole: campaign({ id: "screening/whole", audience: women, steps: ladder }),
} as const;

export type CampaignName = keyof typeof campaigns;
