import { loneDigits, offeredDigits } from "../offered-digits.ts";
import type { Report } from "../problem.ts";
import { asRecord, type Sketch, type SketchStep, type SpokenKey } from "../sketch.ts";

/**
 * That each message offers the digits which its step takes, and no other, on each channel: what is
 * not offered is never answered, and what is offered and not taken is answered in vain.
 */
export function checkDigits(drawn: Sketch, language: string, report: Report): void {
  const told = new Set<string>();
  for (const step of drawn.steps.values()) {
    for (const word of step.words) {
      const message = drawn.messages.get(language)?.get(word.key);
      const text = textOf(message, word);
      const answers = word.isVoicemail ? {} : answersOn(word.channel, step);
      if (text === undefined || answers === undefined) continue;
      checkMessage({ step, word, text, language, answers }, told, report);
    }
  }
}

/** `undefined` where another check has said already that they are wrong. */
function answersOn(channel: SpokenKey["channel"], { verb, ways }: SketchStep) {
  if (!ways || (verb === "ask" && Object.keys(ways.answers).length === 0)) return undefined;
  // On a call 9 ends all calls, and is no answer.
  const { "9": _, ...others } = ways.answers;
  return channel === "voice" ? others : ways.answers;
}

interface Spoken {
  readonly step: SketchStep;
  readonly word: SpokenKey;
  readonly text: string;
  readonly language: string;
  /** By digit. */
  readonly answers: Readonly<Record<string, string>>;
}

function checkMessage(spoken: Spoken, told: Set<string>, report: Report): void {
  const { step, word, text, language, answers } = spoken;
  const { key, channel } = word;
  const path = channel === "email" ? [key, channel, "text"] : [key, channel];
  const once = (code: "digit-not-offered" | "digit-not-answered", digit: string, say: string) => {
    const what = [code, ...path, digit].join(" ");
    if (told.has(what)) return;
    told.add(what);
    report(code, path, say);
  };
  const offered = offeredDigits(text, channel, language);
  // Where the asking is put in words that nobody foresaw, a digit that stands there will do.
  const seen = offered && offered.length > 0 ? offered : loneDigits(text);
  for (const [digit, answer] of Object.entries(answers)) {
    if (seen.includes(digit)) continue;
    const how = channel === "voice" ? `press ${digit}` : `reply ${digit}`;
    once(
      "digit-not-offered",
      digit,
      `Step \`${step.name}\` takes ${digit} for \`${answer}\`, and this does not offer it. Say what it is for (“${how}”), or remove the answer.`,
    );
  }
  for (const digit of new Set(offered)) {
    if (digit in answers) continue;
    once(
      "digit-not-answered",
      digit,
      word.isVoicemail
        ? `A machine presses no keys, and this offers ${digit}. Remove it.`
        : `This offers ${digit}, and step \`${step.name}\` takes no such answer. Add it to \`answers\`, or remove it here.`,
    );
  }
}

function textOf(
  message: Readonly<Record<string, unknown>> | undefined,
  { channel }: SpokenKey,
): string | undefined {
  const part = channel === "email" ? asRecord(message?.["email"])["text"] : message?.[channel];
  return typeof part === "string" ? part : undefined;
}
