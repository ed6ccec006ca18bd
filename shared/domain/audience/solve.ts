import type { Subject } from "../patient/fact.ts";
import type { Audience } from "./audience.ts";
import { type CompiledAudience, compiled, truthOf } from "./compile.ts";
import type { Concepts } from "./concept.ts";
import { allDays, always, clip, days, type Interval, type Intervals } from "./interval.ts";
import { both, falseAlways, known, type Truth } from "./truth.ts";

/**
 * The days of the horizon on which the audience surely holds for the subject, by the facts as
 * they are: exact to the day, sorted, apart. Pure and total: what is unknown holds on no day, a
 * concept without a list is unknown, and nobody is in an audience from the day of death on.
 *
 * The cost grows with the subject's facts and not with the horizon, which may be infinite.
 */
export function solve(
  audience: Audience,
  subject: Subject,
  concepts: Concepts,
  horizon: Interval = allDays,
): Intervals {
  return solveCompiled(compiled(audience, concepts), subject, horizon);
}

/** As `solve`, for callers that keep the compiled audience. */
export function solveCompiled(
  audience: CompiledAudience,
  subject: Subject,
  horizon: Interval = allDays,
): Intervals {
  return clip(wholeTruth(audience, subject).certain, horizon);
}

/** What is certain and what is possible over all time, while the subject lives. */
export function wholeTruth(audience: CompiledAudience, subject: Subject): Truth {
  const truth = truthOf(audience.root, audience.view(subject));
  return subject.deceased === undefined ? truth : both(truth, lifeOf(subject));
}

/** The days up to the day before the death; none when only the fact of it is known. */
export function lifeOf({ deceased }: Subject): Truth {
  if (deceased === undefined) return known(always);
  if (deceased === true) return falseAlways;
  return known(days(Number.NEGATIVE_INFINITY, deceased - 1));
}
