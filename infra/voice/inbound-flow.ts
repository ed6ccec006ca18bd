import { buildFlow } from "./build-flow.ts";
import type { FlowContent, FlowStep } from "./flow-step.ts";
import { chooseSpanish } from "./flow-words.ts";
import type { CallFlowParts } from "./outbound-flow.ts";
import {
  ask,
  compareAnswer,
  farewells,
  keepNoLog,
  remember,
  report,
  say,
  speak,
  words,
} from "./steps.ts";
import { promiseCallBack, toAgent } from "./to-agent.ts";

/**
 * A patient's call to the clinic's line, the number that voicemails and messages give. 9 opts out
 * (47 CFR 64.1200(b)(3): the number left on a machine leads to an opt-out by key); everybody else,
 * whatever they press or do not press, comes to a person while the clinic is open.
 */
export function inboundFlow({ words: all, agents, functionArn }: CallFlowParts): FlowContent {
  const toPerson = { otherKey: "to-agent", silence: "to-agent", otherwise: "to-agent" };
  const greeting = bilingual(all.en.greeting);
  return buildFlow([
    keepNoLog("speak-en"),
    ...speak("en", all, { functionArn, next: "greet" }),
    ask("greet", greeting, { keys: { "9": "key-9", "2": "speak-es" }, ...toPerson }),
    ...speak("es", all, { functionArn, next: "greet-es" }),
    ask("greet-es", words("greeting"), { keys: { "9": "key-9" }, ...toPerson }),
    ...stop(),
    ...toAgent(agents, "note-caller"),
    ...noteCaller(),
    ...farewells(all),
  ]);
}

function bilingual(english: string) {
  const plain = english.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return { SSML: `<speak>${plain} <lang xml:lang="es-US">${chooseSpanish}</lang></speak>` };
}

/** Somebody who called to be left alone and cannot be noted is not sent away: a person helps. */
function stop(): readonly FlowStep[] {
  return [
    report("key-9", "9", { next: "is-stopped", otherwise: "mark-stop" }),
    compareAnswer("is-stopped", { equals: { stopped: "opted-out" }, otherwise: "mark-stop" }),
    say("opted-out", words("optedOut"), { next: "hang-up", otherwise: "last-words" }),
    remember("mark-stop", { stop: "not-noted" }, { next: "not-stopped", otherwise: "not-stopped" }),
    say("not-stopped", words("notStoppedButHelped"), { next: "to-agent", otherwise: "to-agent" }),
  ];
}

/** Opens the task of a call back, as a 0 on our own calls does, and only then promises it. */
export function noteCaller(): readonly FlowStep[] {
  return [
    report("note-caller", "0", { next: "is-noted", otherwise: "call-us" }),
    compareAnswer("is-noted", { equals: { agent: "call-back" }, otherwise: "call-us" }),
    promiseCallBack(),
  ];
}
