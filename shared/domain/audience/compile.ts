import type { Subject } from "../patient/fact.ts";
import type { Audience } from "./audience.ts";
import type { Concepts } from "./concept.ts";
import { type Condition, type Evidence, keyed, type Names, namesOf } from "./condition.ts";
import { age } from "./conditions/age.ts";
import { any, spelledOut } from "./conditions/any.ts";
import { atLeast } from "./conditions/at-least.ts";
import { daysLeft } from "./conditions/days-left.ts";
import { ever, known } from "./conditions/ever.ts";
import { followed } from "./conditions/followed.ts";
import { has } from "./conditions/has.ts";
import { inState } from "./conditions/in.ts";
import { late } from "./conditions/late.ts";
import { latest } from "./conditions/latest.ts";
import { missing } from "./conditions/missing.ts";
import { pdc } from "./conditions/pdc.ts";
import { sex } from "./conditions/sex.ts";
import { isFill } from "./fills.ts";
import type { Bind, Leaf, View } from "./leaf.ts";
import { slotBinder } from "./slots.ts";
import { both, either, negate, type Truth, unknownAlways } from "./truth.ts";

/** An audience bound to its concepts: compile once, ask about many subjects. */
export interface CompiledAudience {
  readonly root: Node;
  /** Sorts a subject's facts to the conditions that ask about them. */
  view(subject: Subject): View;
}

/** One condition of the tree, for solving and for explaining. */
export type Node =
  | { readonly kind: "leaf"; readonly condition: Condition; readonly leaf: Leaf }
  | { readonly kind: "not"; readonly condition: Condition; readonly of: Node }
  | { readonly kind: "rule"; readonly condition: Condition; readonly of: Node }
  | {
      readonly kind: "all" | "any-of";
      readonly condition: Condition;
      readonly of: readonly Node[];
    };

const remembered = new WeakMap<Audience, WeakMap<Concepts, CompiledAudience>>();

/** The compiled form; the same audience with the same concepts is compiled once. */
export function compiled(audience: Audience, concepts: Concepts): CompiledAudience {
  let byConcepts = remembered.get(audience);
  if (byConcepts === undefined) {
    byConcepts = new WeakMap();
    remembered.set(audience, byConcepts);
  }
  let found = byConcepts.get(concepts);
  if (found === undefined) {
    found = compile(audience, concepts);
    byConcepts.set(concepts, found);
  }
  return found;
}

/** The answer of the whole tree over all time. */
export function truthOf(node: Node, view: View): Truth {
  switch (node.kind) {
    case "leaf":
      return node.leaf.solve(view);
    case "not":
      return negate(truthOf(node.of, view));
    case "rule":
      return truthOf(node.of, view);
    case "all":
    case "any-of":
      return joined(node.of, node.kind === "all", view);
  }
}

function joined(nodes: readonly Node[], isAll: boolean, view: View): Truth {
  let truth: Truth | undefined;
  for (const node of nodes) {
    const next = truthOf(node, view);
    truth = truth === undefined ? next : isAll ? both(truth, next) : either(truth, next);
    // Nothing more can be added to what can never hold.
    if (isAll && truth.possible.length === 0) return truth;
  }
  if (truth === undefined) throw new Error("audience/empty-list");
  return truth;
}

function compile(audience: Audience, concepts: Concepts): CompiledAudience {
  const { bind, view } = slotBinder(concepts);
  return { root: nodeOf(audience, bind), view };
}

function nodeOf(condition: Condition, bind: Bind): Node {
  const asked = keyed(condition);
  const leaf = (made: Leaf): Node => ({ kind: "leaf", condition, leaf: made });
  const not = (made: Leaf): Node => ({ kind: "not", condition, of: leaf(made) });
  switch (asked.key) {
    case "all":
    case "any-of":
      return { kind: asked.key, condition, of: asked.value.map((each) => nodeOf(each, bind)) };
    case "not":
      return { kind: "not", condition, of: nodeOf(asked.value, bind) };
    case "sex":
      return leaf(sex(asked.value));
    case "age":
      return leaf(age(asked.value));
    case "any":
      return leaf(any(asked.value, bind));
    case "each": {
      const evidence = spelledOut<Exclude<Evidence, Names>>(asked.value);
      const parts = namesOf(evidence).map((of) => nodeOf({ any: { ...evidence, of } }, bind));
      return { kind: "all", condition, of: parts };
    }
    case "none":
      return not(any(asked.value, bind));
    case "filled":
      return leaf(any(asked.value, bind, isFill));
    case "ever":
      return leaf(ever(asked.value, bind));
    case "never":
      return not(ever(asked.value, bind));
    case "at-least":
      return leaf(atLeast(asked.value, bind));
    case "followed":
      return leaf(followed(asked.value, false, bind));
    case "unfollowed":
      return leaf(followed(asked.value, true, bind));
    case "in":
      return leaf(inState(asked.value, bind));
    case "outside":
      return not(inState(asked.value, bind));
    case "has":
      return leaf(has(asked.value, bind));
    case "known":
      return leaf(known(asked.value, bind));
    case "latest":
      return leaf(latest(asked.value, bind));
    case "missing":
      return leaf(missing(asked.value, bind));
    case "late":
      return leaf(late(asked.value, bind));
    case "pdc":
      return leaf(pdc(asked.value, bind));
    case "days-left":
      return leaf(daysLeft(asked.value, bind));
    case "rule":
      // A name that was never looked up says nothing, on either side of a `not`.
      return typeof asked.value === "string"
        ? leaf(unanswerable)
        : { kind: "rule", condition, of: nodeOf(asked.value.is, bind) };
  }
}

const unanswerable: Leaf = { solve: () => unknownAlways, deciding: () => [] };
