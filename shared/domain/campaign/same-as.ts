/** The part of a step that `same-as` takes over. */
export interface Ways {
  readonly answers: Readonly<Record<string, string>>;
  readonly next: Readonly<Record<string, string>>;
}

/** The key under `next` that names the step whose ways are taken over. */
export const sameAsKey = "same-as";

/**
 * The ways of a step with every `same-as` followed. Its own ways win over those taken over; the
 * other step's answers come along only when the step offers none of its own. `undefined` when the
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
  if (other === undefined) return { answers: step.answers, next: own };
  const taken = resolveWays(steps, other, [...seen, name]);
  if (!taken) return undefined;
  return {
    answers: Object.keys(step.answers).length > 0 ? step.answers : taken.answers,
    next: { ...taken.next, ...own },
  };
}
