import * as z from "zod";
import { CampaignIdText } from "./definition.ts";

const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, {
  error: "is not a moment in the patient's zone: write `2026-11-24 09:30` or `2026-11-24`",
});

const words = z.string().min(1);

/** What may be expected, in the words of a conversation file. */
export const expectation =
  /^(?:(?<channel>sms|email|call) (?:notice (?<notice>[a-z-]+)|(?<message>[a-z][a-z0-9-]*))|task (?<reason>[A-Za-z][A-Za-z0-9-]*) for (?<queue>[a-z-]+)|ended (?<outcome>[a-z-]+)|refused (?<refusal>[a-z-]+)|withheld (?<rule>[a-z-]+)|(?<nothing>nothing))(?: of (?<campaign>[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*))?$/;

/** What can happen from outside, each a key of a line. */
const actions = {
  expect: z.string().regex(expectation, {
    error:
      "cannot be expected: write `sms KEY`, `email KEY`, `call KEY`, `sms notice KIND`, `task REASON for QUEUE`, `ended OUTCOME`, `refused REASON`, `withheld REASON` or `nothing`; `of FAMILY/NAME` behind it for another campaign",
  }),
  "patient texts": words,
  "patient emails": words,
  "patient presses": z.string().regex(/^[0-9*#]$/, { error: "is not one key of a phone" }),
  "someone else texts": words,
  call: z.enum(["answered", "no answer", "busy", "voicemail"]),
  carrier: z.enum(["delivered", "bad number", "unreachable"]),
  agent: z.enum(["resolved", "unreachable", "takes over", "hands back"]),
  facts: z
    .string()
    .regex(/^(goal met|no longer eligible)( of [a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)?$/, {
      error: "is not `goal met` or `no longer eligible` (`of FAMILY/NAME` for another campaign)",
    }),
  /** Selection finds the patient for this campaign, once more or besides. */
  enroll: CampaignIdText,
} as const;

const Line = z
  .strictObject({
    on: Moment.optional(),
    expect: actions.expect.optional(),
    "patient texts": actions["patient texts"].optional(),
    "patient emails": actions["patient emails"].optional(),
    "patient presses": actions["patient presses"].optional(),
    "someone else texts": actions["someone else texts"].optional(),
    call: actions.call.optional(),
    carrier: actions.carrier.optional(),
    agent: actions.agent.optional(),
    facts: actions.facts.optional(),
    enroll: actions.enroll.optional(),
  })
  .refine((line) => Object.keys(line).filter((key) => key !== "on").length === 1, {
    // A wrong key has been told already; counting the right ones would only say it twice.
    when: (payload) => payload.issues.length === 0,
    error: `has not exactly one of ${Object.keys(actions).join(", ")}`,
  });

/**
 * One golden run of a campaign, readable aloud: what the patient is, when it starts, and then line
 * by line what must happen and what people do. `on` is the patient's own clock; without it a line
 * is about the next thing that happens. What is not expected must not happen.
 */
export const Conversation = z.strictObject({
  title: words,
  /** The campaign it is about, where the file does not lie beside it. */
  campaign: CampaignIdText.optional(),
  /** How the clinic does it, where that differs from what most do. */
  clinic: z
    .strictObject({
      "stop-is-for": z.enum(["everything", "program"]).optional(),
      "at-night": z.enum(["desk", "nobody"]).optional(),
      "same-day": z.enum(["one message", "apart"]).optional(),
    })
    .optional(),
  patient: z.strictObject({
    language: z.string().regex(/^[a-z]{2,3}$/, { error: "is not a language such as `es`" }),
    zone: words,
    has: z.array(z.enum(["sms", "voice", "email"])),
  }),
  starts: Moment,
  lines: z.array(Line).min(1),
});
export type Conversation = z.infer<typeof Conversation>;
export type ConversationLine = Conversation["lines"][number];

/** What is wrong with a conversation file, as paths and words; empty when it can be run. */
export function conversationProblems(
  value: unknown,
): readonly { readonly path: readonly (string | number)[]; readonly message: string }[] {
  const issues = Conversation.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code === "unrecognized_keys") {
      const known = Object.keys(path[0] === "lines" ? Line.shape : Conversation.shape);
      return {
        path: [...path, ...issue.keys.slice(0, 1)],
        message: `\`${issue.keys.join("`, `")}\` is not known here. Use ${known.join(", ")}.`,
      };
    }
    return { path, message: `\`${path.join(".") || "the file"}\` ${issue.message}.` };
  });
}
