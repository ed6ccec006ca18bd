import * as z from "zod/mini";
import { PublishedCampaign } from "./campaigns.ts";
import { channel } from "./shown.ts";

/** As a care manager writes it: `{ count: 3, unit: "days" }`. */
const span = z.object({
  unit: z.enum(["minutes", "hours", "days", "weeks", "months", "years", "business-days"]),
  count: z.int(),
});
export type SpanShown = z.infer<typeof span>;

/** What a step hands to an agent. */
const TaskAsked = z.object({
  /** In the staff's language. */
  words: z.string(),
  queue: z.string(),
  priority: z.enum(["stat", "urgent", "asap", "routine"]),
  within: span,
});

/** One step, as the definition has it; what its kind has not is absent. */
const StepShown = z.object({
  name: z.string(),
  kind: z.enum(["send", "call", "wait", "branch", "escalate", "end"]),
  /** Keys of `messages`. */
  message: z.exactOptional(z.string()),
  voicemail: z.exactOptional(z.string()),
  /** The first that is usable for the patient is taken. */
  over: z.exactOptional(z.array(channel)),
  tries: z.exactOptional(z.int()),
  /** What a digit is taken for. */
  answers: z.exactOptional(z.array(z.object({ digit: z.string(), answer: z.string() }))),
  /** How long silence lasts, or the wait. */
  wait: z.exactOptional(span),
  /** Later than this after its moment nothing is sent any more. */
  notAfter: z.exactOptional(span),
  /** What a branch looks at. */
  asks: z.exactOptional(
    z.object({ about: z.enum(["channel", "language", "answer"]), of: z.string() }),
  ),
  task: z.exactOptional(TaskAsked),
  /** How those are counted who end here. */
  outcome: z.exactOptional(z.string()),
  /** Where it leads, and on what: `silence`, `wants-call`. `end` ends the enrollment. */
  ways: z.array(z.object({ on: z.string(), to: z.string() })),
});
export type StepShown = z.infer<typeof StepShown>;

/** How a text travels when its variables are as long as they may get. */
const Sms = z.object({
  text: z.string(),
  encoding: z.enum(["GSM-7", "UCS-2"]),
  segments: z.int(),
  units: z.int(),
});

/** The words of one key in one language, with their variables as written: `{given}`. */
const WordsShown = z.object({
  key: z.string(),
  language: z.string(),
  sms: z.exactOptional(Sms),
  email: z.exactOptional(z.object({ subject: z.string(), text: z.string() })),
  voice: z.exactOptional(z.string()),
});
export type WordsShown = z.infer<typeof WordsShown>;

/** Sentences that must all hold. */
const Sentences = z.object({ en: z.array(z.string()), es: z.array(z.string()) });

/** A clinical notion that it asks about, by its name in the organization's concepts. */
const ConceptShown = z.object({ name: z.string(), en: z.string(), es: z.string() });
export type ConceptShown = z.infer<typeof ConceptShown>;

/** One campaign as its live version has it. */
export const CampaignShown = z.object({
  ...PublishedCampaign.shape,
  /** No voicemail is left, and nothing hints at it. */
  isSensitive: z.boolean(),
  audience: Sentences,
  /** Met at any moment, it ends the enrollment. */
  goal: Sentences,
  /** Of the audience and the goal, in the order in which they are named. */
  concepts: z.array(ConceptShown),
  /** How long after its end somebody may be enrolled again; absent: never. */
  again: z.exactOptional(span),
  start: z.string(),
  /** In the order in which they are written. */
  steps: z.array(StepShown),
  /** By key, then by language. */
  messages: z.array(WordsShown),
});
export type CampaignShown = z.infer<typeof CampaignShown>;
