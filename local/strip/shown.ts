import * as z from "zod/mini";
import { paces, strides } from "../paces.ts";

/** Where the strip's files and answers lie, beside the console's. */
export const stripPath = "/local";

/** A patient whose phone it is, as they would say it of themselves. */
const Owner = z.object({
  name: z.string(),
  /** `1961-03-04`: what a page asks for. */
  birthDate: z.optional(z.string()),
});

const Text = z.object({
  /** Epoch milliseconds of the stack. */
  at: z.number(),
  from: z.enum(["clinic", "patient"]),
  text: z.string(),
});

const PhoneCard = z.object({ id: z.string(), number: z.string(), owners: z.string(), last: Text });
export type PhoneCard = z.infer<typeof PhoneCard>;

const OpenPhone = z.object({
  ...{ id: z.string(), number: z.string() },
  owners: z.array(Owner),
  /** Oldest first. */
  texts: z.array(Text),
});
export type OpenPhone = z.infer<typeof OpenPhone>;

/** All that the strip shows at one moment. */
export const Shown = z.object({
  clock: z.object({
    now: z.number(),
    /** IANA name: the clinic's. */
    zone: z.string(),
    isPaused: z.boolean(),
    times: z.literal(paces),
  }),
  /** The one in use last comes first. */
  phones: z.array(PhoneCard),
  /** The one that was asked for. */
  open: z.optional(OpenPhone),
});
export type Shown = z.infer<typeof Shown>;

/** What is asked of the clock. */
export const ClockBody = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("pause") }),
  z.strictObject({ do: z.literal("go"), times: z.literal(paces) }),
  z.strictObject({ do: z.literal("step"), stride: z.literal(strides) }),
]);
export type ClockBody = z.infer<typeof ClockBody>;

const count = z.int();
/** Where the clock stands after it was moved, and what a step brought. */
export const Brought = z.object({
  /** Epoch milliseconds of the stack. */
  now: z.number(),
  ...{ sms: count, voice: count, email: count, answers: count, tasks: count },
});
export type Brought = z.infer<typeof Brought>;

/** What a patient writes: as much as a phone sends in one go. */
export const AnswerBody = z.strictObject({
  phone: z.string(),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1_600)),
});
export type AnswerBody = z.infer<typeof AnswerBody>;
