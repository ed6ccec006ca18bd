import { smsCharactersMax } from "../../limits.ts";
import { toGsm } from "../../message/gsm.ts";
import { longest, variablesOf } from "../../message/render.ts";
import { segments, septetsOf } from "../../message/segments.ts";
import { variableNames } from "../../message/variables.ts";
import { suggestion } from "../did-you-mean.ts";
import type { Report } from "../problem.ts";
import type { Wording } from "../wording.ts";

/** Variables that exist, and texts that travel in one segment however long the names are. */
export function checkTexts(
  wordings: readonly Wording[],
  report: Report,
  names: readonly string[] = variableNames,
): void {
  for (const wording of wordings) {
    checkVariables(wording, report, names);
    if (wording.channel === "sms") checkLength(wording, report);
  }
}

function checkVariables({ path, text }: Wording, report: Report, names: readonly string[]): void {
  for (const name of variablesOf(text)) {
    if (names.includes(name)) continue;
    report(
      "unknown-variable",
      path,
      `There is no variable \`{${name}}\`.${suggestion(name, names)}`,
    );
  }
}

function checkLength({ path, text }: Wording, report: Report): void {
  const written = longest(text);
  const count = segments(written);
  const isPlain = count.encoding === "GSM-7";
  if (written.length > smsCharactersMax || count.segments > 1) {
    const room = isPlain ? 160 : 70;
    const long = `With the longest names this text takes ${count.units} of ${room} characters and ${count.segments} segments.`;
    const advice = isPlain ? `Shorten it by ${count.units - room}.` : plainAdvice(text);
    report("sms-too-long", path, `${long} ${advice}`);
  } else if (!isPlain) {
    report("sms-not-plain", path, plainAdvice(text));
  }
}

/** Which characters cost the room; and the whole text without them, where that alone mends it. */
function plainAdvice(text: string): string {
  const strangers = [...new Set(text.normalize("NFC"))].filter(
    (each) => septetsOf(each) === undefined,
  );
  const cost = `${quoted(strangers)} ${strangers.length === 1 ? "is" : "are"} not in the alphabet of plain texts, which cuts the room from 160 to 70.`;
  const lost = strangers.filter((each) => toGsm(each) === each);
  if (lost.length > 0) return `${cost} ${quoted(lost)} cannot be written plainly: leave it out.`;
  const plain = toGsm(text);
  const long = segments(longest(plain)).units - 160;
  return long > 0
    ? `${cost} Written plainly it is still ${long} too long: shorten it.`
    : `${cost} Write it as: ${plain.trim()}`;
}

function quoted(characters: readonly string[]): string {
  return characters.map((each) => `“${each}”`).join(", ");
}
