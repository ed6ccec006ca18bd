import type { Subject } from "../patient/fact.ts";
import type { Day } from "../time.ts";
import type { Audience } from "./audience.ts";
import { compiled, type Node, truthOf } from "./compile.ts";
import type { Concepts } from "./concept.ts";
import { keyed } from "./condition.ts";
import type { View } from "./leaf.ts";
import { titlesIn } from "./sentences.ts";
import { lifeOf } from "./solve.ts";
import { stretchOf, type Truth, type Verdict, verdictOn } from "./truth.ts";
import { type Language, languages } from "./words/languages.ts";

/** Facts named per condition: the ones that weigh most; a chart may hold thousands. */
const factsNamedMax = 5;

/** Why one condition holds on a day, or does not, or cannot be known. */
export interface Because {
  /** In words: `no mammogram within 27 months`. */
  readonly condition: string;
  readonly holds: Verdict;
  /** Ids of the resources that decide it, the weightiest first: `Procedure/12`. No PHI. */
  readonly facts: readonly string[];
  /** The days around this one on which the answer stays the same; absent while open. */
  readonly since?: Day;
  readonly until?: Day;
  /** The conditions that it is made of. */
  readonly of?: readonly Because[];
}

/**
 * The audience's conditions on that day, one by one, in the order in which they are written and in
 * the words of the language. Concepts without a title in it keep their English one.
 */
export function explain(
  audience: Audience,
  subject: Subject,
  concepts: Concepts,
  on: Day,
  language: Language = "en",
): readonly Because[] {
  const { root, view: viewOf } = compiled(audience, concepts);
  const view = viewOf(subject);
  const { words, alive } = languages[language];
  const nameOf = titlesIn(concepts, language);
  const because = (node: Node): Because => {
    const inner =
      node.kind === "leaf" || isNegatedLeaf(node) ? [] : partsOf(node).map((part) => because(part));
    return {
      condition: words(node.condition, nameOf),
      ...answerOn(truthOf(node, view), on),
      facts: decidingFacts(node, view, on).slice(0, factsNamedMax),
      ...(inner.length === 0 ? {} : { of: inner }),
    };
  };
  const reasons = (root.kind === "all" ? root.of : [root]).map(because);
  if (subject.deceased === undefined) return reasons;
  const answer = answerOn(lifeOf(subject), on);
  return [{ condition: alive, ...answer, facts: [`Patient/${subject.patient}`] }, ...reasons];
}

function answerOn(truth: Truth, on: Day): Pick<Because, "holds" | "since" | "until"> {
  const { from, through } = stretchOf(truth, on);
  return {
    holds: verdictOn(truth, on),
    ...(Number.isFinite(from) ? { since: from } : {}),
    ...(Number.isFinite(through) ? { until: through } : {}),
  };
}

/** `none`, `never` and `outside` are one question to the reader, though two to the solver. */
function isNegatedLeaf(node: Node): boolean {
  return node.kind === "not" && keyed(node.condition).key !== "not";
}

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "leaf":
      return [];
    case "not":
      return [node.of];
    case "rule":
      return node.of.kind === "all" ? node.of.of : [node.of];
    default:
      return node.of;
  }
}

/** Of several conditions, those count that gave the answer: one false one decides an `all`. */
function decidingFacts(node: Node, view: View, on: Day): readonly string[] {
  if (node.kind === "leaf") {
    const { key } = keyed(node.condition);
    if (key === "sex" || key === "age") return [`Patient/${view.subject.patient}`];
    return node.leaf.deciding(view, on).map(({ id }) => id);
  }
  if (node.kind === "not" || node.kind === "rule") return decidingFacts(node.of, view, on);
  const verdict = verdictOn(truthOf(node, view), on);
  const parts = node.of.filter((part) => verdictOn(truthOf(part, view), on) === verdict);
  return [...new Set(parts.flatMap((part) => decidingFacts(part, view, on)))];
}
