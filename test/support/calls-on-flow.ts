import type { FlowAction, FlowContent } from "#infra/voice/flow-step";

/** What happened on one call, in order. */
export type CallEvent =
  | { readonly is: "said"; readonly words: string }
  | { readonly is: "pressed"; readonly key: string }
  | { readonly is: "silent" }
  | { readonly is: "answered-by"; readonly who: string }
  | { readonly is: "open" | "closed" }
  | { readonly is: "told"; readonly digit: string; readonly answer: string | undefined }
  | { readonly is: "failed"; readonly step: string; readonly fault: string };

export interface Call {
  readonly events: readonly CallEvent[];
  /** `taken`: an agent took it from the queue. */
  readonly end: "hung-up" | "queued" | "taken";
  /** What the contact carries at the end. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly queue: string | undefined;
  readonly priority: string | undefined;
}

export interface Outside {
  /** What the contact carries when the flow begins. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the function may answer to that digit, besides failing. */
  readonly answers?: (digit: string) => readonly string[];
  /** The keys that are tried; all of them, unless this says otherwise. */
  readonly keys?: readonly string[];
  /** Whether actions may fail; all of them may, unless this says otherwise. */
  readonly fails?: boolean;
}

/** As far as this looks into them. */
interface Parameters {
  readonly [name: string]: unknown;
  readonly Text?: string;
  readonly SSML?: string;
  readonly QueueId?: string;
  readonly QueuePriority?: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly Messages?: readonly Parameters[];
  readonly LambdaInvocationAttributes?: { readonly digit?: string };
}

type Choose = (choices: readonly string[]) => string;

const keypad = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

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

interface Line {
  readonly events: CallEvent[];
  readonly attributes: Record<string, string>;
  readonly loops: Map<string, number>;
  external: Readonly<Record<string, string>>;
  queue: string | undefined;
  priority: string | undefined;
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

const faults = new Set(["NoMatchingError", "QueueAtCapacity"]);
const isFault = (came: string): boolean => faults.has(came);

function wayOn({ Identifier, Transitions }: FlowAction, came: string): string {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const to =
    Conditions.find(({ Condition }) => Condition.Operands[0] === came)?.NextAction ??
    Errors.find(({ ErrorType }) => ErrorType === came)?.NextAction ??
    (came === "done" ? NextAction : undefined);
  if (to === undefined) throw new Error(`"${Identifier}" does not say what follows ${came}.`);
  return to;
}

/** What comes of one action: a result, a fault, `done`, or an end. */
function happen(action: FlowAction, line: Line, outside: Outside, choose: Choose): string {
  const parameters = action.Parameters as Parameters;
  const among = (...results: readonly string[]) =>
    choose([...results, ...(outside.fails === false ? [] : ["NoMatchingError"])]);
  switch (action.Type) {
    case "DisconnectParticipant":
      return "hung-up";
    case "UpdateFlowLoggingBehavior":
      return "done";
    case "UpdateContactRoutingBehavior":
      line.priority = parameters.QueuePriority;
      return "done";
    case "TransferContactToQueue":
      return among("queued", "QueueAtCapacity");
    case "Compare":
      return compared(action, valueIn(line, String(parameters["ComparisonValue"])));
    case "Loop":
      return goneRound(line, action.Identifier, Number(parameters["LoopCount"]));
    case "CheckHoursOfOperation": {
      const came = among("True", "False");
      if (!isFault(came)) line.events.push({ is: came === "True" ? "open" : "closed" });
      return came;
    }
    case "CheckOutboundCallStatus": {
      const who = among("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected");
      line.events.push({ is: "answered-by", who });
      return who;
    }
    default:
      return act(action, line, outside, among);
  }
}

function act(
  action: FlowAction,
  line: Line,
  outside: Outside,
  among: (...results: readonly string[]) => string,
): string {
  const parameters = action.Parameters as Parameters;
  switch (action.Type) {
    case "MessageParticipant": {
      const came = among("done");
      if (came === "done") line.events.push({ is: "said", words: wordsOf(line, parameters) });
      return came;
    }
    case "GetParticipantInput": {
      const came = among(...(outside.keys ?? keypad), "InputTimeLimitExceeded");
      if (isFault(came)) return came;
      line.events.push({ is: "said", words: wordsOf(line, parameters) });
      const isKey = keypad.includes(came);
      line.events.push(isKey ? { is: "pressed", key: came } : { is: "silent" });
      const isKnown = action.Transitions.Conditions?.some(
        ({ Condition }) => Condition.Operands[0] === came,
      );
      return isKey && !isKnown ? "NoMatchingCondition" : came;
    }
    case "MessageParticipantIteratively": {
      const [first = {}] = parameters.Messages ?? [];
      const came = among("taken", "MessagesInterrupted");
      if (!isFault(came)) line.events.push({ is: "said", words: wordsOf(line, first) });
      return came;
    }
    case "InvokeLambdaFunction":
      return invoked(parameters, line, outside, among);
    case "UpdateContactAttributes": {
      const came = among("done");
      if (came === "done") Object.assign(line.attributes, parameters.Attributes);
      return came;
    }
    case "UpdateContactTargetQueue": {
      const came = among("done");
      if (came === "done") line.queue = parameters.QueueId;
      return came;
    }
    default:
      return among("done");
  }
}

function invoked(
  parameters: Parameters,
  line: Line,
  outside: Outside,
  among: (...results: readonly string[]) => string,
): string {
  const digit = String(parameters.LambdaInvocationAttributes?.digit);
  if (!valueIn(line, String(parameters["LambdaFunctionARN"]))?.startsWith("arn:")) {
    throw new Error("The flow does not know its function.");
  }
  const answer = among(...(outside.answers?.(digit) ?? ["goodbye"]));
  const isAnswered = !isFault(answer);
  line.events.push({ is: "told", digit, answer: isAnswered ? answer : undefined });
  if (isAnswered) line.external = { next: answer };
  return isAnswered ? "done" : answer;
}

/** Connect speaks nothing where an attribute is missing; here that is a mistake. */
function wordsOf(line: Line, { Text, SSML }: Parameters): string {
  const words = valueIn(line, String(Text ?? SSML));
  if (words === undefined) throw new Error(`The flow has no words for ${Text ?? SSML}.`);
  return words;
}

function valueIn(line: Line, written: string): string | undefined {
  const [, space, name = ""] = /^\$\.(Attributes|External)\.(\w+)$/.exec(written) ?? [];
  if (space === "Attributes") return line.attributes[name];
  return space === "External" ? line.external[name] : written;
}

function compared({ Transitions }: FlowAction, value: string | undefined): string {
  const isEqual = Transitions.Conditions?.some(({ Condition }) => Condition.Operands[0] === value);
  return isEqual && value !== undefined ? value : "NoMatchingCondition";
}

function goneRound({ loops }: Line, name: string, count: number): string {
  const gone = loops.get(name) ?? 0;
  loops.set(name, gone < count ? gone + 1 : 0);
  return gone < count ? "ContinueLooping" : "DoneLooping";
}
