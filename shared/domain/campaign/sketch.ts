import type { Channel } from "../patient/contact-point.ts";
import { channels } from "../patient/contact-point.ts";
import { isHeadKey } from "./message-definition.ts";
import { resolveWays, sameAsKey, type Ways } from "./same-as.ts";
import { type StepVerb, verbOf } from "./step-definition.ts";

/** What came out of the YAML files, not yet believed. */
export interface CampaignSource {
  /** `family/name`, as the folders are called. */
  readonly folder: string;
  readonly definition: unknown;
  /** The message files, by language. */
  readonly messages: Readonly<Record<string, unknown>>;
}

/** A step as far as it can be read; checks that need more than is there stay silent. */
export interface SketchStep {
  readonly name: string;
  readonly verb: StepVerb | undefined;
  readonly raw: Readonly<Record<string, unknown>>;
  /** As written. */
  readonly own: Ways;
  /** With `same-as` followed; `undefined` when that cannot be. */
  readonly ways: Ways | undefined;
  /** The message keys it speaks by, each with its channels. */
  readonly words: readonly SpokenKey[];
}

export interface SpokenKey {
  readonly key: string;
  readonly channel: Channel;
  /** Left on a machine, where anyone may hear it. */
  readonly isVoicemail: boolean;
  /** The key of the step that names the message. */
  readonly from: "send" | "ask" | "call" | "voicemail";
}

/**
 * A best-effort reading of a campaign that may be wrong anywhere, so that one mistake does not
 * hide the next: `check` names all problems at once.
 */
export interface Sketch {
  readonly header: Readonly<Record<string, unknown>>;
  readonly steps: ReadonlyMap<string, SketchStep>;
  /** Message keys by language, what stands beside them left out. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

export function sketch(source: CampaignSource): Sketch {
  const header = asRecord(source.definition);
  const raws = new Map(
    Object.entries(asRecord(header["steps"])).map(([name, raw]) => [name, asRecord(raw)]),
  );
  const owns = new Map<string, Ways>();
  for (const [name, raw] of raws) {
    const takes = raw["takes"] === undefined ? {} : { takes: asRecord(raw["takes"]) };
    owns.set(name, { answers: strings(raw["answers"]), ...takes, next: strings(raw["next"]) });
  }
  const steps = new Map<string, SketchStep>();
  for (const [name, raw] of raws) {
    const own = owns.get(name) ?? { answers: {}, next: {} };
    const ways = resolveWays(owns, name);
    steps.set(name, { name, verb: verbOf(raw), raw, own, ways, words: spokenKeys(raw) });
  }
  const messages = new Map<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>();
  for (const [language, file] of Object.entries(source.messages)) {
    const keys = Object.entries(asRecord(file)).filter(([key]) => !isHeadKey(key));
    messages.set(language, new Map(keys.map(([key, message]) => [key, asRecord(message)])));
  }
  return { header, steps, messages };
}

function spokenKeys(raw: Readonly<Record<string, unknown>>): readonly SpokenKey[] {
  const found: SpokenKey[] = [];
  const { send, ask, call, voicemail, over } = raw;
  for (const [from, key] of [["send", send] as const, ["ask", ask] as const]) {
    if (typeof key !== "string" || !Array.isArray(over)) continue;
    for (const channel of channels) {
      if (over.includes(channel)) found.push({ key, channel, isVoicemail: false, from });
    }
  }
  if (typeof call === "string") {
    found.push({ key: call, channel: "voice", isVoicemail: false, from: "call" });
  }
  if (typeof voicemail === "string" && call !== undefined) {
    found.push({ key: voicemail, channel: "voice", isVoicemail: true, from: "voicemail" });
  }
  return found;
}

function strings(value: unknown): Readonly<Record<string, string>> {
  const pairs = Object.entries(asRecord(value)).filter((pair) => typeof pair[1] === "string");
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** The ways that lead to a step, `same-as` left out. */
export function ownWays(step: SketchStep): readonly (readonly [string, string])[] {
  return Object.entries(step.own.next).filter(([way]) => way !== sameAsKey);
}
