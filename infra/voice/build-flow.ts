import type {
  ActionType,
  Fault,
  FlowAction,
  FlowContent,
  FlowStep,
  StepName,
} from "./flow-step.ts";

/** Source: Amazon Connect service quotas, actions of one flow as the console counts them. */
export const actionsMax = 250;

/** A step as the checks see it: any action, any ways on. */
interface AnyStep {
  readonly name: StepName;
  readonly type: ActionType;
  readonly parameters: object;
  readonly next?: StepName;
  readonly results?: Readonly<Record<string, StepName>>;
  readonly faults?: Readonly<Record<string, StepName>>;
}

/**
 * Connect wants a next action from all that does not end, and the console repeats one of the ways
 * there that the action has anyway: it is never gone.
 */
const repeated: Readonly<Partial<Record<ActionType, string>>> = {
  CheckOutboundCallStatus: "NoMatchingError",
  CheckHoursOfOperation: "False",
  Compare: "NoMatchingCondition",
  Loop: "DoneLooping",
  GetParticipantInput: "NoMatchingCondition",
  TransferContactToQueue: "NoMatchingError",
};

/**
 * A flow as Connect takes it, beginning with the first step.
 * @throws Error naming the step and what to do, when the flow has no step or more than
 *   `actionsMax`, two steps of one name, a way to nowhere, a parameter that is not text, a step
 *   that nothing leads to, or a circle in which a caller could be kept for ever.
 */
export function buildFlow(steps: readonly FlowStep[]): FlowContent {
  const all: readonly AnyStep[] = steps;
  const [first] = all;
  if (!first) throw new Error("flow/empty: the flow has no step. Give it one that disconnects.");
  checkNames(all);
  const byName = new Map(all.map((step) => [step.name, step]));
  for (const step of all) {
    checkParameters(step);
    checkWays(step, byName);
  }
  checkReached(first, byName);
  checkEnds(byName);
  return {
    Version: "2019-10-30",
    StartAction: first.name,
    Metadata: {},
    Actions: all.map(actionOf),
  };
}

function checkNames(steps: readonly AnyStep[]): void {
  if (steps.length > actionsMax) {
    const advice = `Connect takes ${actionsMax}: move a part into a flow of its own.`;
    throw new Error(`flow/too-long: the flow has ${steps.length} steps. ${advice}`);
  }
  const seen = new Set<StepName>();
  for (const { name } of steps) {
    if (seen.has(name)) {
      throw new Error(`flow/same-name: there are two steps "${name}". Rename one of them.`);
    }
    seen.add(name);
  }
}

function checkParameters({ name, parameters }: AnyStep): void {
  const wrong = notText(parameters, "");
  if (wrong === undefined) return;
  throw new Error(
    `flow/not-text: ${wrong} of step "${name}" is not text. Write it as text, numbers too.`,
  );
}

/** Where something is neither text nor made of text, as `Attributes.language`. */
function notText(value: unknown, path: string): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? path : undefined;
  if (typeof value !== "object" || value === null) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = notText(inner, path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function waysOf({ next, results, faults }: AnyStep): readonly (readonly [string, StepName])[] {
  return [
    ...(next === undefined ? [] : [["next", next] as const]),
    ...Object.entries(results ?? {}),
    ...Object.entries(faults ?? {}),
  ];
}

function checkWays(step: AnyStep, byName: ReadonlyMap<StepName, AnyStep>): void {
  for (const [way, to] of waysOf(step)) {
    if (byName.has(to)) continue;
    throw new Error(
      `flow/to-nowhere: step "${step.name}" leads to "${to}" on ${way}, and there is no such ` +
        "step. Add it, or lead elsewhere.",
    );
  }
  const isEnd = step.type === "DisconnectParticipant" || step.type === "TransferContactToQueue";
  if (isEnd || waysOf(step).length > 0) return;
  throw new Error(
    `flow/no-end: step "${step.name}" leads nowhere and does not end the call. ` +
      "Lead it to a step that disconnects.",
  );
}

function checkReached(first: AnyStep, byName: ReadonlyMap<StepName, AnyStep>): void {
  const reached = new Set([first.name]);
  // A set gives what is added to it while it is walked.
  for (const name of reached) {
    const step = byName.get(name);
    for (const [, to] of step ? waysOf(step) : []) reached.add(to);
  }
  for (const name of byName.keys()) {
    if (reached.has(name)) continue;
    throw new Error(
      `flow/unreached: nothing leads to step "${name}". Lead to it, or remove the step.`,
    );
  }
}

/**
 * Every circle must go round through the counted way of a `Loop`. Without those ways the steps
 * can then be put in an order in which all others lead on; so whoever walks the flow comes to a
 * step that leads nowhere, and that is an end.
 */
function checkEnds(byName: ReadonlyMap<StepName, AnyStep>): void {
  const done = new Set<StepName>();
  const open = new Set<StepName>();
  const visit = (name: StepName): void => {
    if (done.has(name)) return;
    if (open.has(name)) {
      throw new Error(
        `flow/no-end: step "${name}" leads back to itself for ever. ` +
          "Put a Loop into the circle, so that it is gone round a counted number of times.",
      );
    }
    open.add(name);
    const step = byName.get(name);
    for (const [way, to] of step ? waysOf(step) : []) {
      if (step?.type !== "Loop" || way !== "ContinueLooping") visit(to);
    }
    open.delete(name);
    done.add(name);
  };
  for (const name of byName.keys()) visit(name);
}

function actionOf(step: AnyStep): FlowAction {
  const { name, type, parameters, next, results = {}, faults = {} } = step;
  const way = repeated[type];
  const onward = next ?? (way === undefined ? undefined : { ...results, ...faults }[way]);
  const conditions = Object.entries(results).map(([operand, to]) => ({
    NextAction: to,
    Condition: { Operator: "Equals" as const, Operands: [operand] as const },
  }));
  const errors = Object.entries(faults).map(([fault, to]) => ({
    NextAction: to,
    ErrorType: fault as Fault,
  }));
  return {
    Identifier: name,
    Type: type,
    Parameters: parameters,
    Transitions: {
      ...(onward === undefined ? {} : { NextAction: onward }),
      ...(conditions.length === 0 ? {} : { Conditions: conditions }),
      ...(errors.length === 0 ? {} : { Errors: errors }),
    },
  };
}
