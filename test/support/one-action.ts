import type { FlowAction } from "#infra/voice/flow-step";

/** What happened on one call, in order. */
export type CallEvent =
  | { readonly is: "said"; readonly words: string }
  | { readonly is: "pressed"; readonly key: string }
  | { readonly is: "silent" }
  | { readonly is: "answered-by"; readonly who: string }
  | { readonly is: "open" | "closed" }
  | { readonly is: "told"; readonly digit: string; readonly answer: string | undefined }
  | { readonly is: "failed"; readonly step: string; readonly fault: string };

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

/** A call while it is up, and what its contact carries. */
export interface Line {
  readonly events: CallEvent[];
  readonly attributes: Record<string, string>;
  readonly loops: Map<string, number>;
  external: Readonly<Record<string, string>>;
  queue: string | undefined;
  priority: string | undefined;
}

/** Takes one of what may happen. */
export type Choose = (choices: readonly string[]) => string;

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

const keypad = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

const faults = new Set(["NoMatchingError", "QueueAtCapacity"]);
export const isFault = (came: string): boolean => faults.has(came);

/** What comes of one action: a result, a fault, `done`, or an end. */
export function happen(action: FlowAction, line: Line, outside: Outside, choose: Choose): string {
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
