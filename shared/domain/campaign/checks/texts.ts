import { smsCharactersMax } from "../../limits.ts";
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
  const stranger =
    count.encoding === "UCS-2"
      ? [...text].find((character) => septetsOf(character) === undefined)
      : undefined;
  if (written.length > smsCharactersMax || count.segments > 1) {
    const room = count.encoding === "GSM-7" ? 160 : 70;
    const why =
      stranger === undefined
        ? ""
        : ` “${stranger}” is not in the alphabet of plain texts and cuts the room from 160 to 70: write it without accent or sign.`;
    report(
      "sms-too-long",
      path,
      `With the longest names this text takes ${count.units} of ${room} characters and ${count.segments} segments. Shorten it by ${count.units - room}.${why}`,
    );
  } else if (stranger !== undefined) {
    report(
      "sms-not-plain",
      path,
      `“${stranger}” is not in the alphabet of plain texts and cuts the room from 160 to 70. Write it without accent or sign.`,
      "warning",
    );
  }
}
