import type { FlowAction, FlowContent } from "#infra/voice/flow-step";
import {
  type CallEvent,
  type Choose,
  happen,
  isFault,
  type Line,
  type Outside,
} from "./one-action.ts";

export interface Call {
  readonly events: readonly CallEvent[];
  /** `taken`: an agent took it from the queue. */
  readonly end: "hung-up" | "queued" | "taken";
  /** What the contact carries at the end. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly queue: string | undefined;
  readonly priority: string | undefined;
}

/**
 * Every call that this flow can lead: each key, machine, silence, answer of the function, hour of
 * the day, state of the queue, and failure of each action, in all combinations. It follows the
 * flow language's own rules and knows nothing of how our flows are written.
 */
export function everyCall(flow: FlowContent, outside: Outside): readonly Call[] {
  const calls: Call[] = [];
  let script: number[] | undefined = [];
  while (script) {
    const picked: { at: number; of: number }[] = [];
    const known: readonly number[] = script;
    const choose: Choose = (choices) => {
      const at = known[picked.length] ?? 0;
      picked.push({ at, of: choices.length });
      return String(choices[at]);
    };
    calls.push(lead(flow, outside, choose));
    while (picked.length > 0 && picked.at(-1)!.at + 1 >= picked.at(-1)!.of) picked.pop();
    script = picked.length === 0 ? undefined : picked.map(({ at }) => at);
    if (script) script[script.length - 1]! += 1;
  }
  return calls;
}

const stepsMax = 500;

function lead(flow: FlowContent, outside: Outside, choose: Choose): Call {
  const line: Line = {
    events: [],
    attributes: { ...outside.attributes },
    loops: new Map(),
    external: {},
    queue: undefined,
    priority: undefined,
  };
  const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  let at = flow.StartAction;
  for (let step = 0; step < stepsMax; step += 1) {
    const action = actions.get(at);
    if (!action) throw new Error(`The flow leads to "${at}", which it does not hold.`);
    const { events, attributes, queue, priority } = line;
    const came = happen(action, line, outside, choose);
    if (came === "hung-up" || came === "queued" || came === "taken") {
      return { events, end: came, attributes, queue, priority };
    }
    if (isFault(came)) events.push({ is: "failed", step: at, fault: came });
    at = wayOn(action, came);
  }
  throw new Error(`The call is not over after ${stepsMax} steps.`);
}

function wayOn({ Identifier, Transitions }: FlowAction, came: string): string {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const to =
    Conditions.find(({ Condition }) => Condition.Operands[0] === came)?.NextAction ??
    Errors.find(({ ErrorType }) => ErrorType === came)?.NextAction ??
    (came === "done" ? NextAction : undefined);
  if (to === undefined) throw new Error(`"${Identifier}" does not say what follows ${came}.`);
  return to;
}
