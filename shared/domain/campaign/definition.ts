import * as z from "zod";
import { Audience } from "../audience/audience.ts";
import { purposes } from "./purpose.ts";
import { DurationText, Name, StepDefinition } from "./step-definition.ts";

export const CampaignIdText = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, {
  error: "is not `family/name` in lower case, such as `screening/mammogram`",
});

/**
 * `sensitive`: HIV, substance use, mental health, reproductive health, sexually transmitted
 * infections, genetic information. Words, voicemails and subjects are held to more.
 */
export const sensitivities = ["standard", "sensitive"] as const;
export type Sensitivity = (typeof sensitivities)[number];

const filled = z.string().trim().min(1, { error: "is empty: fill it in" });

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: "is not a date: write `YYYY-MM-DD`",
});

export const headerShape = {
  id: CampaignIdText.meta({ description: "`family/name`, as its folder is called." }),
  title: filled,
  owner: filled.meta({ description: "Who answers for this campaign." }),
  review: date.meta({ description: "Clinical review date; past it nobody is enrolled." }),
  reviewedBy: filled
    .optional()
    .meta({ description: "The clinician who reviewed it. `open…` while nobody has." }),
  purpose: z.enum(purposes),
  sensitivity: z.enum(sensitivities).optional().meta({
    description: "`sensitive` for care that must not be told of at all. Default: standard.",
  }),
  sponsor: z.string().optional().meta({
    description: "Who pays for it, if anybody: refused until compliance approves.",
  }),
  sponsorApproval: z
    .strictObject({ by: filled, on: date })
    .optional()
    .meta({ description: "Who of compliance approved the sponsor, and when." }),
  audience: Audience.meta({ description: "For whom, and when." }),
  goal: Audience.meta({ description: "Met at any moment, it ends the enrollment." }),
  again: z
    .strictObject({ after: DurationText })
    .optional()
    .meta({ description: "How long after an end the same person may be enrolled again." }),
  priority: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: "Between campaigns, the higher goes first. Default: 50." }),
  holdout: z
    .string()
    .regex(/^([0-9]|[1-4][0-9]|50)%$/, { error: "is not a share from `0%` to `50%`" })
    .optional()
    .meta({ description: "Share of the eligible who are never contacted, to measure the effect." }),
  start: Name.meta({ description: "The first step." }),
  tasks: z
    .record(Name, z.string().trim().min(1))
    .optional()
    .meta({ description: "What each escalation asks of an agent, in the staff's language." }),
};

/** A `campaign.yaml`: the truth of what a care manager may write. */
export const CampaignDefinition = z
  .strictObject({ ...headerShape, steps: z.record(Name, StepDefinition) })
  .meta({ title: "Rounds campaign", description: "docs/campaign-language.md explains each key." });
export type CampaignDefinition = z.infer<typeof CampaignDefinition>;

/** Defaults of what a definition may leave out. */
export const definitionDefaults = {
  notAfter: "2 days",
  unconfirmed: "skip",
  tries: 1,
  taskPriority: "routine",
  priority: 50,
  holdout: "0%",
  sensitivity: "standard",
} as const;
