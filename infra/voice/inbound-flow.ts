import { buildFlow } from "./build-flow.ts";
import type { FlowContent } from "./flow-step.ts";
import { chooseSpanish } from "./flow-words.ts";
import type { CallFlowParts } from "./outbound-flow.ts";
import { ask, farewells, keepNoLog, speak, words } from "./steps.ts";
import { stop } from "./stop.ts";
import { noteCaller, toAgent } from "./to-agent.ts";

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
    // Who called to be left alone is not sent away: a person notes what the function could not.
    ...stop({ says: "notStoppedButHelped", next: "to-agent", otherwise: "to-agent" }),
    ...toAgent(agents, "note-caller"),
    ...noteCaller(),
    ...farewells(all),
  ]);
}

function bilingual(english: string) {
  const plain = english.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return { SSML: `<speak>${plain} <lang xml:lang="es-US">${chooseSpanish}</lang></speak>` };
}
