import type { Channel } from "../patient/contact-point.ts";
import type { ProblemPath } from "./problem.ts";
import { sameAsKey } from "./same-as.ts";
import { asRecord, type Sketch } from "./sketch.ts";

/** One text that patients see or hear, with where it stands in its file. */
export interface Wording {
  readonly path: ProblemPath;
  readonly text: string;
  readonly language: string;
  readonly channel: Channel;
  readonly part: "text" | "subject";
  /** Left on a machine by at least one step. */
  readonly isVoicemail: boolean;
  /** It may be the first that a patient gets of the campaign. */
  readonly isFirst: boolean;
}

/** Every text of one language, as far as it can be read. */
export function wordingsOf(drawn: Sketch, language: string): readonly Wording[] {
  const voicemails = new Set<string>();
  for (const step of drawn.steps.values()) {
    for (const word of step.words) if (word.isVoicemail) voicemails.add(word.key);
  }
  const first = firstKeys(drawn);
  const found: Wording[] = [];
  for (const [key, message] of drawn.messages.get(language) ?? []) {
    const add = (path: ProblemPath, text: unknown, channel: Channel, part: Wording["part"]) => {
      if (typeof text !== "string") return;
      const isVoicemail = channel === "voice" && voicemails.has(key);
      found.push({ path, text, language, channel, part, isVoicemail, isFirst: first.has(key) });
    };
    add([key, "sms"], message["sms"], "sms", "text");
    const email = asRecord(message["email"]);
    add([key, "email", "subject"], email["subject"], "email", "subject");
    add([key, "email", "text"], email["text"], "email", "text");
    add([key, "voice"], message["voice"], "voice", "text");
  }
  return found;
}

/** The keys of the first steps that speak, on every way from the start. */
function firstKeys({ header, steps }: Sketch): ReadonlySet<string> {
  const keys = new Set<string>();
  const reached = new Set([header["start"]]);
  for (const name of reached) {
    const step = typeof name === "string" ? steps.get(name) : undefined;
    if (!step) continue;
    for (const { key } of step.words) keys.add(key);
    if (step.words.length > 0) continue;
    const { [sameAsKey]: _, ...next } = step.ways?.next ?? {};
    for (const target of Object.values(next)) reached.add(target);
  }
  return keys;
}
