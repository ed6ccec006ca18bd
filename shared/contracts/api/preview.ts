import * as z from "zod/mini";
import { madeFactKinds } from "../../domain/preview/made-fact-kind.ts";
import { toldKinds } from "../../domain/preview/told.ts";
import { campaignId, version } from "../ids.ts";
import { channel, date, moment } from "./shown.ts";

/** More than anybody does by hand; each preview walks them all anew. */
const movesMax = 200;

/** Longer than any text that a carrier hands over. */
const sayMax = 1_600;

const PreviewMove = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("wait") }),
  z.strictObject({ do: z.literal("next-day") }),
  z.strictObject({
    do: z.literal("say"),
    text: z.string().check(z.minLength(1), z.maxLength(sayMax)),
  }),
  z.strictObject({ do: z.literal("call"), how: z.enum(["machine", "no-answer"]) }),
  z.strictObject({
    do: z.literal("close-task"),
    outcome: z.enum(["resolved", "unreachable"]),
  }),
  z.strictObject({ do: z.literal("learn"), is: z.enum(["goal-met", "not-eligible"]) }),
]);
export type PreviewMove = z.infer<typeof PreviewMove>;

const moves = z.array(PreviewMove).check(z.maxLength(movesMax));

/** Something that is known of a made patient, by the name of one of the organization's concepts. */
const MadeFactAsked = z.strictObject({
  concept: z.string().check(z.regex(/^[A-Za-z0-9 _-]{1,64}$/)),
  as: z.enum(madeFactKinds),
  on: date,
  /** Of a result: its value. Of a fill: for how many days it lasts. */
  number: z.exactOptional(z.number().check(z.minimum(-1_000_000), z.maximum(1_000_000))),
  unit: z.exactOptional(z.string().check(z.maxLength(20))),
});

const MadePatientAsked = z.strictObject({
  language: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  /** A name of the IANA database; one that is none is a `bad-request` too. */
  zone: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/)),
  has: z.array(channel).check(z.maxLength(3)),
  age: z.exactOptional(z.int().check(z.minimum(0), z.maximum(120))),
  sex: z.exactOptional(z.enum(["female", "male"])),
  facts: z.array(MadeFactAsked).check(z.maxLength(20)),
});
export type MadePatientAsked = z.infer<typeof MadePatientAsked>;

const asked = {
  /** The first day, of the patient's own calendar. */
  on: date,
  /** Enters although the audience does not hold. */
  isForced: z.boolean(),
  /** All that was done since, in order: every preview walks from the start. */
  moves,
};

/** Body of `POST /v1/campaigns/{family}/{name}/preview`. */
export const PreviewBody = z.strictObject({ patient: MadePatientAsked, ...asked });
export type PreviewBody = z.infer<typeof PreviewBody>;

/** Body of `POST /v1/patients/{patient}/preview`. */
export const PatientPreviewBody = z.strictObject({
  campaign: campaignId,
  /** The live one where none is named. */
  version: z.exactOptional(version),
  ...asked,
});
export type PatientPreviewBody = z.infer<typeof PatientPreviewBody>;

/** One thing that would happen; what its kind has not is absent. */
const ToldShown = z.object({
  is: z.enum(toldKinds),
  at: moment,
  campaign: z.exactOptional(z.string()),
  step: z.exactOptional(z.string()),
  channel: z.exactOptional(channel),
  /** A direct answer to the patient: it goes at any hour. */
  isNotice: z.exactOptional(z.literal(true)),
  /** What the patient reads, hears or says; of a task, what is to be done. */
  text: z.exactOptional(z.string()),
  subject: z.exactOptional(z.string()),
  /** The rule that said so: `hours`, `cap`, `holdout`, `not-in-audience`. */
  reason: z.exactOptional(z.string()),
  rule: z.exactOptional(z.string()),
  /** When it is planned for, moved to, waited for or due. */
  until: z.exactOptional(moment),
  outcome: z.exactOptional(z.string()),
  answer: z.exactOptional(z.string()),
  meanings: z.exactOptional(z.array(z.string())),
  tier: z.exactOptional(z.string()),
  queue: z.exactOptional(z.string()),
  priority: z.exactOptional(z.string()),
});
export type ToldShown = z.infer<typeof ToldShown>;

const Because = z.array(
  z.object({ condition: z.string(), holds: z.union([z.boolean(), z.literal("unknown")]) }),
);

/** Answer of both: what would happen, and what can be done next. Nothing was sent or kept. */
export const PreviewShown = z.object({
  campaign: z.object({ id: campaignId, version: z.int(), title: z.string() }),
  /** In which the patient lives; `business` where nobody knows. */
  zone: z.string(),
  now: moment,
  audience: z.object({
    holds: z.boolean(),
    /** The first day on which it will, where it does not yet. */
    next: z.exactOptional(date),
    because: z.object({ en: Because, es: Because }),
  }),
  told: z.array(ToldShown),
  choices: z.object({
    answers: z.array(z.object({ digit: z.string(), answer: z.string() })),
    isRinging: z.boolean(),
    hasTask: z.boolean(),
    isEnrolled: z.boolean(),
    nextAt: z.exactOptional(moment),
  }),
});
export type PreviewShown = z.infer<typeof PreviewShown>;
