import * as z from "zod";
import { answersPerQuestionMax, triesPerCallMax } from "../limits.ts";

/** `3 days`, `1 business day`, `12 months`: what `parseDuration` reads. */
export const DurationText = z
  .string()
  .regex(/^(0|[1-9]\d{0,3}) (minute|hour|day|business day|week|month|year)s?$/, {
    error: "is not a span of time: write for example `3 days`, `12 hours` or `1 business day`",
  })
  .meta({ description: "A span of time: `3 days`, `12 hours`, `1 business day`, `12 months`." });

/** Names that care managers choose: lower case, words joined by `-`. */
export const Name = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: "is not a name: use lower case letters and digits, words joined by `-`",
});

export const ChannelName = z.enum(["sms", "voice", "email"]);

/** How often a step is left without the patient having said anything. */
export const outcomes = [
  "silence",
  "undeliverable",
  "voicemail",
  "resolved",
  "unreachable",
  "yes",
  "no",
  "done",
] as const;

const NextDefinition = z.record(Name, Name).meta({
  description:
    "Where each answer and each outcome leads: a step's name, or `end`. `same-as: STEP` takes over the ways (and, if the step asks nothing of its own, the answers and what it takes) of another step.",
});

const AnswersDefinition = z
  .record(z.string().regex(/^[1-9]$/, { error: "is not one digit from 1 to 9" }), Name)
  .refine((answers) => Object.keys(answers).length <= answersPerQuestionMax, {
    error: `offers more than ${answersPerQuestionMax} answers: nobody remembers that many`,
  })
  .meta({ description: "The digit a patient sends or presses, and what it means." });

const TakesDefinition = z
  .strictObject({
    date: z
      .strictObject({
        means: Name.meta({ description: "The answer that a date stands for; a key of `next`." }),
        back: DurationText.optional().meta({
          description: "How far back from today the date may lie. Without it: not at all.",
        }),
        ahead: DurationText.optional().meta({
          description: "How far ahead of today it may lie. Without it: not at all.",
        }),
      })
      .refine(({ back, ahead }) => back !== undefined || ahead !== undefined, {
        error: "takes no day but today: say how far `back` or `ahead`",
      })
      .optional(),
    number: z
      .strictObject({
        means: Name.meta({ description: "The answer that a number stands for; a key of `next`." }),
        unit: z.string().min(1).max(20).optional().meta({
          description: "As patients write it: `mg/dL`, `%`, `lb`. A number of another is none.",
        }),
        from: z.number(),
        through: z.number(),
      })
      .refine(({ from, through }) => from <= through, { error: "goes from more to less" })
      .optional(),
  })
  .refine(({ date, number }) => date !== undefined || number !== undefined, {
    error: "takes nothing: write `date` or `number`",
  })
  .meta({
    description: "What the question takes besides its digits: a date or a number within bounds.",
  });

export type TakesDefinition = z.infer<typeof TakesDefinition>;

const question = {
  answers: AnswersDefinition.optional(),
  takes: TakesDefinition.optional(),
  wait: DurationText,
  notAfter: DurationText.optional().meta({
    description: "Past this much after its planned moment it is withheld. Default: 2 days.",
  }),
  unconfirmed: z.enum(["skip", "other-channel", "agent"]).optional().meta({
    description: "What is done when nobody can tell whether it was sent. Default: skip.",
  }),
  next: NextDefinition,
};

const over = z
  .array(ChannelName)
  .min(1, { error: "names no channel: write for example `[sms, email]`" })
  .meta({ description: "The first of these that is usable for this patient is taken." });

export const SendDefinition = z
  .strictObject({ send: Name, over, ...question })
  .meta({ description: "Sends one message over the first usable channel." });

export const AskDefinition = z
  .strictObject({ ask: Name, over, ...question })
  .meta({ description: "A send that must offer answers, or take them over by `same-as`." });

export const CallDefinition = z
  .strictObject({
    call: Name,
    voicemail: Name.optional().meta({
      description: "The message left on a machine. Nothing is left without it.",
    }),
    tries: z
      .int()
      .min(1, { error: "must be at least 1" })
      .max(triesPerCallMax, { error: `is more than ${triesPerCallMax}: it feels like harassment` })
      .optional()
      .meta({ description: "How often it is tried when nobody answers. Default: 1." }),
    ...question,
  })
  .meta({ description: "Places one automated call." });

export const WaitDefinition = z
  .strictObject({ wait: DurationText, next: NextDefinition })
  .meta({ description: "Lets time pass, then goes to `next.done`." });

export const BranchDefinition = z
  .strictObject({
    branch: z.union([
      z.strictObject({ has: ChannelName }),
      z.strictObject({ language: z.string().regex(/^[a-z]{2,3}$/, { error: "is no language" }) }),
      z.strictObject({ answered: Name }),
    ]),
    next: NextDefinition,
  })
  .meta({ description: "Goes to `next.yes` or `next.no`." });

export const EscalateDefinition = z
  .strictObject({
    escalate: Name.meta({ description: "Why: the key of the task's words under `tasks`." }),
    queue: Name,
    priority: z.enum(["routine", "asap", "urgent", "stat"]).optional().meta({
      description: "Default: routine.",
    }),
    within: DurationText.meta({ description: "The agents' deadline: `1 business day`." }),
    next: NextDefinition,
  })
  .meta({ description: "Hands the patient to a person." });

export const EndDefinition = z
  .strictObject({
    end: Name.meta({ description: "How the enrollment is counted: `completed`, `declined`, …" }),
  })
  .meta({ description: "Ends the enrollment." });

/** The kinds of step, by the key that tells them apart. */
export const stepDefinitions = {
  send: SendDefinition,
  ask: AskDefinition,
  call: CallDefinition,
  branch: BranchDefinition,
  escalate: EscalateDefinition,
  end: EndDefinition,
  wait: WaitDefinition,
} as const;

export type StepVerb = keyof typeof stepDefinitions;

/** In the order in which they are looked for: `wait` is also a key of a send, so it comes last. */
export const stepVerbs = Object.keys(stepDefinitions) as readonly StepVerb[];

export const StepDefinition = z.union([
  SendDefinition,
  AskDefinition,
  CallDefinition,
  BranchDefinition,
  EscalateDefinition,
  EndDefinition,
  WaitDefinition,
]);
export type StepDefinition = z.infer<typeof StepDefinition>;

/** The key that says what a step does; `undefined` when it has none. */
export function verbOf(step: object): StepVerb | undefined {
  return stepVerbs.find((verb) => verb in step);
}
