import * as z from "zod/mini";
import { dimensions } from "../../domain/reach/dimension.ts";
import { funnelMeasures } from "../../domain/reach/measure.ts";
import { weekPattern } from "../../domain/reach/week.ts";
import { campaignId, patientId } from "../ids.ts";
import { cursor, limit, moment } from "./shown.ts";

const week = z.string().check(z.regex(weekPattern));

/** Which people are counted: who became eligible in these weeks, of the organization's own zone. */
const counted = {
  /** All campaigns where none is named. */
  campaign: z.exactOptional(campaignId),
  from: week,
  through: week,
};

/** Query of `GET /v1/reach`. */
export const ReachQuery = z.strictObject({
  ...counted,
  /** What the groups are; without it there are none. */
  by: z.exactOptional(z.enum(dimensions)),
});
export type ReachQuery = z.infer<typeof ReachQuery>;

/**
 * A number of people or tasks. `null`: not shown, because it is of one to ten or would tell such a
 * number beside it.
 */
const Cell = z.nullable(z.int().check(z.nonnegative()));

/** Absent: the dimension says nothing of it, as channels say nothing of who was enrolled. */
const Funnel = z.object({
  eligible: z.exactOptional(Cell),
  enrolled: z.exactOptional(Cell),
  touched: z.exactOptional(Cell),
  delivered: z.exactOptional(Cell),
  answered: z.exactOptional(Cell),
  goalMet: z.exactOptional(Cell),
  /** Tasks. */
  escalated: z.exactOptional(Cell),
  resolved: z.exactOptional(Cell),
  resolvedInTime: z.exactOptional(Cell),
});

const Reasons = z.array(z.object({ reason: z.string(), count: Cell }));

const Arm = z.object({ people: Cell, met: Cell });

/** 95 % interval; shares of 1, contacted less held out. */
const Difference = z.object({ of: z.number(), low: z.number(), high: z.number() });

/** Answer of `GET /v1/reach`. */
export const Reach = z.object({
  total: Funnel,
  /** By value; `unknown` where it is not known of the patient. */
  groups: z.array(z.object({ value: z.string(), funnel: Funnel })),
  /** Touches that were not made, the most frequent reason first. */
  withheld: Reasons,
  /** Who was eligible and yet not enrolled. */
  refused: Reasons,
  /** Absent where nobody was held out. */
  holdout: z.exactOptional(
    z.object({
      contacted: Arm,
      heldOut: Arm,
      /** `null` where a number that it is made of is not shown. */
      difference: z.nullable(Difference),
      /** Days after somebody became eligible within which their goal counts here. */
      followUpDays: z.int(),
    }),
  ),
});
export type Reach = z.infer<typeof Reach>;

/** A number that can be opened: one of the funnel, or a reason with its kind. */
const measure = z.union([
  z.enum(funnelMeasures),
  z.string().check(z.regex(/^(?:withheld|refused):[a-z-]{1,40}$/)),
]);

/** Query of `GET /v1/reach/people`: the people behind one number of a report. */
export const ReachPeopleQuery = z.strictObject({
  ...counted,
  measure,
  /** With `value`, the group that the number stands in. */
  by: z.exactOptional(z.enum(dimensions)),
  value: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(64))),
  limit: z.exactOptional(limit),
  cursor: z.exactOptional(cursor),
});
export type ReachPeopleQuery = z.infer<typeof ReachPeopleQuery>;

/** Nobody's name, number or words: who may see them asks for the patient (45 CFR 164.502(b)). */
const ReachPerson = z.object({
  patient: patientId,
  campaign: z.string(),
  /** 0 for what belongs to no version: a task of no campaign. */
  version: z.int().check(z.nonnegative()),
  week,
  /** When it happened to them, the first time. */
  at: moment,
  language: z.exactOptional(z.string()),
  ageBand: z.exactOptional(z.string()),
  sex: z.exactOptional(z.string()),
  site: z.exactOptional(z.string()),
});

/** Answer of `GET /v1/reach/people`. A page may be short, or empty, and not be the last. */
export const ReachPeople = z.object({
  people: z.array(ReachPerson),
  /** Absent on the last page. */
  cursor: z.exactOptional(cursor),
});
export type ReachPeople = z.infer<typeof ReachPeople>;
