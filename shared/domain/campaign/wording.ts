import type { Channel } from "../patient/contact-point.ts";
import type { ProblemPath } from "./problem.ts";
import { asRecord, type Sketch } from "./sketch.ts";

/** One text that patients see or hear, with where it stands in its file. */
export interface Wording {
  readonly path: ProblemPath;
  readonly text: string;
  readonly channel: Channel;
  readonly part: "text" | "subject";
  /** Left on a machine by at least one step. */
  readonly isVoicemail: boolean;
}

/** Every text of one language, as far as it can be read. */
export function wordingsOf({ steps, messages }: Sketch, language: string): readonly Wording[] {
  const voicemails = new Set<string>();
  for (const step of steps.values()) {
    for (const word of step.words) if (word.isVoicemail) voicemails.add(word.key);
  }
  const found: Wording[] = [];
  for (const [key, message] of messages.get(language) ?? []) {
    const add = (path: ProblemPath, text: unknown, channel: Channel, part: Wording["part"]) => {
      const isVoicemail = channel === "voice" && voicemails.has(key);
      if (typeof text === "string") found.push({ path, text, channel, part, isVoicemail });
    };
    add([key, "sms"], message["sms"], "sms", "text");
    const email = asRecord(message["email"]);
    add([key, "email", "subject"], email["subject"], "email", "subject");
    add([key, "email", "text"], email["text"], "email", "text");
    add([key, "voice"], message["voice"], "voice", "text");
  }
  return found;
}
