import { stepsPerCampaignMax } from "../../limits.ts";
import { nearest, suggestion } from "../did-you-mean.ts";
import type { Report } from "../problem.ts";
import { resolveWays, sameAsKey } from "../same-as.ts";
import { ownWays, type Sketch, type SketchStep } from "../sketch.ts";
import { outcomes } from "../step-definition.ts";

/** Ways that are taken without anybody having said or done anything. */
const automatic: ReadonlySet<string> = new Set([
  "silence",
  "undeliverable",
  "voicemail",
  "yes",
  "no",
  "done",
]);

/** Where steps lead: every way goes somewhere, every step is reached, no loop runs by itself. */
export function checkFlow(sketch: Sketch, report: Report): void {
  const { steps, header } = sketch;
  if (steps.size > stepsPerCampaignMax) {
    report(
      "too-many-steps",
      ["steps"],
      `${steps.size} steps are more than ${stepsPerCampaignMax}. Split the campaign.`,
    );
  }
  const { start } = header;
  if (typeof start === "string" && !steps.has(start)) {
    report("unknown-step", ["start"], unknownStep(start, steps));
  }
  for (const step of steps.values()) {
    checkTargets(step, steps, report);
    checkSameAs(step, steps, report);
    checkOutcomes(step, report);
  }
  const first = typeof start === "string" ? (nearest(start, steps.keys()) ?? start) : "";
  if (steps.has(first)) checkReachable(first, steps, report);
  checkLoops(steps, report);
}

function unknownStep(name: string, steps: Sketch["steps"]): string {
  return `There is no step \`${name}\`.${suggestion(name, [...steps.keys(), "end"])}`;
}

function checkTargets(step: SketchStep, steps: Sketch["steps"], report: Report): void {
  for (const [way, target] of ownWays(step)) {
    if (target === "end" || steps.has(target)) continue;
    report("unknown-step", ["steps", step.name, "next", way], unknownStep(target, steps));
  }
}

function checkSameAs(step: SketchStep, steps: Sketch["steps"], report: Report): void {
  const other = step.own.next[sameAsKey];
  if (other === undefined) return;
  const path = ["steps", step.name, "next", sameAsKey];
  if (!steps.has(other)) {
    report("unknown-step", path, unknownStep(other, steps));
  } else if (!step.ways && resolveWays(ownsOf(steps), other)) {
    report("same-as-loop", path, `\`${step.name}\` is the same as itself. Write its ways out.`);
  } else if (!step.ways) {
    report("same-as-loop", path, `\`same-as: ${other}\` leads in a circle or nowhere.`);
  }
}

function ownsOf(steps: Sketch["steps"]): ReadonlyMap<string, SketchStep["own"]> {
  return new Map([...steps].map(([name, step]) => [name, step.own]));
}

/** What must be answered for by each kind of step. */
const needed: Readonly<Record<string, readonly string[]>> = {
  send: ["silence"],
  ask: ["silence"],
  call: ["silence"],
  wait: ["done"],
  branch: ["yes", "no"],
  escalate: ["resolved", "unreachable"],
};

/** What can happen besides those. */
const possible: Readonly<Record<string, readonly string[]>> = {
  send: ["silence", "undeliverable"],
  ask: ["silence", "undeliverable"],
  call: ["silence", "undeliverable", "voicemail"],
  wait: ["done"],
  branch: ["yes", "no"],
  escalate: ["resolved", "unreachable"],
};

function checkOutcomes(step: SketchStep, report: Report): void {
  if (!step.verb || !step.ways || step.verb === "end") return;
  const path = ["steps", step.name, "next"];
  for (const outcome of needed[step.verb] ?? []) {
    if (outcome in step.ways.next) continue;
    report(
      outcome === "silence" ? "missing-silence" : "missing-outcome",
      path,
      `\`${step.name}\` does not say where \`${outcome}\` leads. Add \`${outcome}: STEP\` to its \`next\`.`,
    );
  }
  for (const [way] of ownWays(step)) {
    const isOutcome = (outcomes as readonly string[]).includes(way);
    if (!isOutcome || (possible[step.verb] ?? []).includes(way)) continue;
    report(
      "impossible-outcome",
      [...path, way],
      `\`${way}\` never happens at a step of kind \`${step.verb}\`. Remove it.`,
    );
  }
}

/** Where the step leads; a misspelt name counts as what it probably means, told once already. */
function targets(
  step: SketchStep,
  steps: Sketch["steps"],
  by: (way: string) => boolean,
): readonly string[] {
  const { [sameAsKey]: _, ...next } = step.ways?.next ?? step.own.next;
  return Object.entries(next)
    .filter(([way]) => by(way))
    .map(([, target]) =>
      target === "end" || steps.has(target) ? target : (nearest(target, steps.keys()) ?? target),
    );
}

function checkReachable(start: string, steps: Sketch["steps"], report: Report): void {
  const reached = new Set([start]);
  for (const name of reached) {
    const step = steps.get(name);
    for (const target of step ? targets(step, steps, () => true) : []) reached.add(target);
  }
  for (const name of steps.keys()) {
    if (reached.has(name)) continue;
    report(
      "unreachable-step",
      ["steps", name],
      `No way from \`${start}\` leads to \`${name}\`. Point a \`next\` at it or remove it.`,
    );
  }
}

/**
 * A loop is bounded by people: a patient's answer or an agent's outcome must be needed to go
 * round again. One that silence alone keeps going would contact somebody for ever.
 */
function checkLoops(steps: Sketch["steps"], report: Report): void {
  const told = new Set<string>();
  for (const name of steps.keys()) {
    if (told.has(name)) continue;
    const loop = loopFrom(name, steps);
    if (!loop) continue;
    for (const each of loop) told.add(each);
    report(
      "unbounded-loop",
      ["steps", name, "next"],
      `${[...loop, name].join(" → ")} goes round for ever when nobody answers. Let \`silence\` lead out of it.`,
    );
  }
}

/** The steps of a loop through `name` that needs nobody, shortest first found. */
function loopFrom(name: string, steps: Sketch["steps"]): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [name];
  for (const at of queue) {
    const step = steps.get(at);
    for (const target of step ? targets(step, steps, (way) => automatic.has(way)) : []) {
      if (target === name) {
        const back = [at];
        while (back[0] !== name) back.unshift(cameFrom.get(back[0] ?? name) ?? name);
        return back;
      }
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, at);
      queue.push(target);
    }
  }
  return undefined;
}
