/** What a question takes besides its digits, each with the answer that it stands for. */
export type TakesAsWritten = Readonly<Record<string, unknown>>;

/** The part of a step that `same-as` takes over. */
export interface Ways {
  readonly answers: Readonly<Record<string, string>>;
  /** As written: a date or number besides the digits. */
  readonly takes?: TakesAsWritten;
  readonly next: Readonly<Record<string, string>>;
}

/** The key under `next` that names the step whose ways are taken over. */
export const sameAsKey = "same-as";

/**
 * The ways of a step with every `same-as` followed. Its own ways win over those taken over; what
 * the other step asks comes along only when the step asks nothing of its own. `undefined` when the
 * chain comes back to itself or names a step that is not there.
 */
export function resolveWays(
  steps: ReadonlyMap<string, Ways>,
  name: string,
  seen: readonly string[] = [],
): Ways | undefined {
  const step = steps.get(name);
  if (!step || seen.includes(name)) return undefined;
  const { [sameAsKey]: other, ...own } = step.next;
  if (other === undefined) return { ...step, next: own };
  const taken = resolveWays(steps, other, [...seen, name]);
  if (!taken) return undefined;
  const asksItself = Object.keys(step.answers).length > 0 || step.takes !== undefined;
  return { ...(asksItself ? step : taken), next: { ...taken.next, ...own } };
}

/** The answers that a step can get: by digit, by a date, by a number. */
export function meaningsOf({ answers, takes = {} }: Ways): readonly string[] {
  const taken = Object.values(takes).flatMap((each) => {
    const means = typeof each === "object" && each !== null && "means" in each ? each.means : "";
    return typeof means === "string" && means !== "" ? [means] : [];
  });
  return [...Object.values(answers), ...taken];
}
