/**
 * The part of Amazon Connect's flow language that our flows are written in, with its own spellings.
 * Sources: Amazon Connect API Reference, "Flow language", one page for each action; where a page is
 * silent, flows that the console exported. All parameters are strings, numbers among them.
 */

export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#";

/** Words that are spoken: fixed, or one reference such as `$.Attributes.message`. */
export type Speech = { readonly Text: string } | { readonly SSML: string };

/** For each action: its parameters, the results it branches on, and the errors it may end in. */
interface Actions {
  UpdateFlowLoggingBehavior: Action<{ readonly FlowLoggingBehavior: "Enabled" | "Disabled" }>;
  UpdateContactTextToSpeechVoice: Action<
    { readonly TextToSpeechVoice: string; readonly TextToSpeechEngine: "Neural" },
    never,
    "NoMatchingError"
  >;
  UpdateContactAttributes: Action<
    { readonly Attributes: Readonly<Record<string, string>>; readonly TargetContact: "Current" },
    never,
    "NoMatchingError"
  >;
  /** One hook an action. `CustomerQueue`: the flow that a caller hears while they wait. */
  UpdateContactEventHooks: Action<
    { readonly EventHooks: { readonly CustomerQueue: string } },
    never,
    "NoMatchingError"
  >;
  UpdateContactTargetQueue: Action<{ readonly QueueId: string }, never, "NoMatchingError">;
  /** `QueuePriority`: 1 is served first, 5 is usual. */
  UpdateContactRoutingBehavior: Action<{ readonly QueuePriority: string }>;
  /** Only calls placed as campaign traffic know it; others end in the error. */
  CheckOutboundCallStatus: Action<
    Nothing,
    "CallAnswered" | "VoicemailBeep" | "VoicemailNoBeep" | "NotDetected",
    "NoMatchingError"
  >;
  /** The hours of the target queue. */
  CheckHoursOfOperation: Action<Nothing, "True" | "False", "NoMatchingError">;
  Compare: Action<{ readonly ComparisonValue: string }, string, "NoMatchingCondition">;
  /** `ContinueLooping` as often as `LoopCount` says, then `DoneLooping` once, then anew. */
  Loop: Action<{ readonly LoopCount: string }, "ContinueLooping" | "DoneLooping">;
  MessageParticipant: Action<Speech, never, "NoMatchingError">;
  /** Only in a queue's flow: the words again and again, until an agent is free or the time is up. */
  MessageParticipantIteratively: Action<
    { readonly Messages: readonly Speech[]; readonly InterruptFrequencySeconds: string },
    "MessagesInterrupted",
    "NoMatchingError"
  >;
  GetParticipantInput: Action<
    Speech & { readonly StoreInput: "False"; readonly InputTimeLimitSeconds: string },
    Key,
    "InputTimeLimitExceeded" | "NoMatchingCondition" | "NoMatchingError"
  >;
  /** Flat text comes back in `$.External`; Connect waits 8 s and tries three times by itself. */
  InvokeLambdaFunction: Action<
    {
      readonly LambdaFunctionARN: string;
      readonly InvocationTimeLimitSeconds: string;
      readonly InvocationType: "SYNCHRONOUS";
      readonly LambdaInvocationAttributes: Readonly<Record<string, string>>;
      readonly ResponseValidation: { readonly ResponseType: "STRING_MAP" };
    },
    never,
    "NoMatchingError"
  >;
  /** Ends the flow when it succeeds: the queue has the contact then. */
  TransferContactToQueue: Action<Nothing, never, "QueueAtCapacity" | "NoMatchingError">;
  DisconnectParticipant: Action<Nothing>;
}

type Nothing = Readonly<Record<string, never>>;

interface Action<Parameters, Result extends string = never, Fault extends string = never> {
  readonly parameters: Parameters;
  readonly result: Result;
  readonly fault: Fault;
}

export type ActionType = keyof Actions;

export type StepName = string;

/** What says by itself that there is nothing more: the call is over, or a queue has it. */
type End = "DisconnectParticipant" | "TransferContactToQueue";

/** Keys and compared words may be any; the other actions must say where each result leads. */
type Results<Type extends ActionType> = Type extends "Compare"
  ? Readonly<Record<string, StepName>>
  : Type extends "GetParticipantInput"
    ? Readonly<Partial<Record<Key, StepName>>>
    : Readonly<Record<Actions[Type]["result"], StepName>>;

type Onward<Type extends ActionType> = [Actions[Type]["result"]] extends [never]
  ? Type extends End
    ? unknown
    : { readonly next: StepName }
  : { readonly results: Results<Type> };

type OnFault<Type extends ActionType> = [Actions[Type]["fault"]] extends [never]
  ? unknown
  : { readonly faults: Readonly<Record<Actions[Type]["fault"], StepName>> };

/** One named action, and every way it may go on. */
export type FlowStep = {
  [Type in ActionType]: {
    readonly name: StepName;
    readonly type: Type;
    readonly parameters: Actions[Type]["parameters"];
  } & Onward<Type> &
    OnFault<Type>;
}[ActionType];

export type Fault = Actions[ActionType]["fault"];

/** What Connect runs, as its API takes it. */
export interface FlowContent {
  readonly Version: "2019-10-30";
  readonly StartAction: StepName;
  readonly Metadata: Readonly<Record<string, never>>;
  readonly Actions: readonly FlowAction[];
}

export interface FlowAction {
  readonly Identifier: StepName;
  readonly Type: ActionType;
  readonly Parameters: object;
  readonly Transitions: {
    readonly NextAction?: StepName;
    readonly Conditions?: readonly {
      readonly NextAction: StepName;
      readonly Condition: { readonly Operator: "Equals"; readonly Operands: readonly [string] };
    }[];
    readonly Errors?: readonly { readonly NextAction: StepName; readonly ErrorType: Fault }[];
  };
}
