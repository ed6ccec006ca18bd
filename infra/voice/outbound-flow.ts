import { buildFlow } from "./build-flow.ts";
import type { FlowContent, FlowStep, Key, StepName } from "./flow-step.ts";
import type { WordsByLanguage } from "./flow-words.ts";
import {
  ask,
  compare,
  compareAnswer,
  farewells,
  keepNoLog,
  repeat,
  report,
  say,
  speak,
  words,
} from "./steps.ts";
import { stop } from "./stop.ts";
import { type AgentsReached, promiseCallBack, toAgent } from "./to-agent.ts";

/** What flows that talk to patients are made of. */
export interface CallFlowParts {
  readonly words: WordsByLanguage;
  readonly agents: AgentsReached;
  /** `functions/receive-call`. */
  readonly functionArn: string;
}

const keys: readonly Key[] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

/** How often the message is told to who presses nothing, or a key that means nothing. */
const toldMax = 2;

/**
 * Our call to a patient, for every campaign and language: the campaign's words and the language
 * come with the call (`shared/adapters/connect/call-placer.ts`). They name a kind of care at most,
 * because nobody knows yet who answered, and begin with who calls and how to end the calls
 * (47 CFR 64.1200(b)); a machine hears the voicemail's words and no others.
 */
export function outboundFlow({ words: all, agents, functionArn }: CallFlowParts): FlowContent {
  const spoken = { functionArn, next: "who-answered" };
  return buildFlow([
    keepNoLog("language"),
    compare("language", "$.Attributes.language", {
      equals: { es: "speak-es" },
      otherwise: "speak-en",
    }),
    ...speak("en", all, spoken),
    ...speak("es", all, spoken),
    {
      name: "who-answered",
      type: "CheckOutboundCallStatus",
      parameters: {},
      results: {
        CallAnswered: "tell",
        VoicemailBeep: "machine",
        VoicemailNoBeep: "machine",
        NotDetected: "tell",
      },
      faults: { NoMatchingError: "tell" },
    },
    ...machine(),
    ...person(),
    ...keys.filter((key) => key !== "9").map(reportKey),
    // Whoever wants no calls hears nothing more on this one, noted or not.
    ...stop({ says: "notStopped", next: "hang-up", otherwise: "last-words" }),
    ...toAgent(agents, "call-back"),
    promiseCallBack(),
    ...farewells(all),
  ]);
}

/** The words for machines where the call has any; what it was is reported either way. */
function machine(): readonly FlowStep[] {
  const reported: StepName = "report-machine";
  return [
    compare("machine", "$.Attributes.hasVoicemail", {
      equals: { yes: "voicemail" },
      otherwise: reported,
    }),
    say("voicemail", { Text: "$.Attributes.voicemail" }, { next: reported, otherwise: reported }),
    report(reported, "VOICEMAIL", { next: "hang-up", otherwise: "hang-up" }),
  ];
}

function person(): readonly FlowStep[] {
  return [
    repeat("tell", toldMax, { again: "message", done: "report-silence" }),
    ask(
      "message",
      { Text: "$.Attributes.message" },
      {
        keys: Object.fromEntries(keys.map((key) => [key, keyStep(key)])),
        otherKey: "not-understood",
        silence: "tell",
        otherwise: "call-us",
      },
    ),
    compareAnswer("answer", {
      equals: {
        stopped: "opted-out",
        agent: "to-agent",
        again: "not-understood",
        "go-on": "tell",
        goodbye: "thanks",
      },
      otherwise: "call-us",
    }),
    say("not-understood", words("notUnderstood"), { next: "tell", otherwise: "tell" }),
    say("thanks", words("thanks"), { next: "hang-up", otherwise: "call-us" }),
    report("report-silence", "NOINPUT", { next: "call-us", otherwise: "call-us" }),
  ];
}

function keyStep(key: Key): StepName {
  return `key-${{ "*": "star", "#": "hash" }[key as string] ?? key}`;
}

function reportKey(key: Key): FlowStep {
  return report(keyStep(key), key, { next: "answer", otherwise: "call-us" });
}
