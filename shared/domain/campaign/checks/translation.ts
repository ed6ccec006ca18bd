import { variablesOf } from "../../message/render.ts";
import type { Report } from "../problem.ts";
import { asRecord, type Sketch } from "../sketch.ts";
import { englishDigest } from "../translation.ts";
import { wordingsOf } from "../wording.ts";

/**
 * That a translation says what English says now: it is locked to the English texts it was made
 * from, and carries the same variables. `file` is the message file as it was read.
 */
export function checkTranslation(
  drawn: Sketch,
  { language, file }: { readonly language: string; readonly file: unknown },
  report: Report,
): void {
  if (language === "en" || !drawn.messages.has("en")) return;
  checkLock(englishDigest(drawn), asRecord(file)["translates"], report);
  const english = new Map(
    wordingsOf(drawn, "en").map(({ path, text }) => [path.join("/"), variablesOf(text)]),
  );
  for (const { path, text } of wordingsOf(drawn, language)) {
    const theirs = english.get(path.join("/"));
    if (theirs)
      checkVariables(variablesOf(text), theirs, (say) =>
        report("translation-variables", path, say),
      );
  }
}

function checkLock(now: string, then: unknown, report: Report): void {
  if (then === undefined) {
    report(
      "translation-unlocked",
      [],
      `It does not say which English it translates, so that nobody is told when English changes. Add \`translates: ${now}\`.`,
    );
  } else if (typeof then === "string" && then !== now) {
    report(
      "translation-stale",
      ["translates"],
      `English has changed since this was translated. Have a translator bring it up to date, then write \`translates: ${now}\`.`,
    );
  }
}

function checkVariables(
  own: readonly string[],
  english: readonly string[],
  report: (say: string) => void,
): void {
  for (const name of english.filter((each) => !own.includes(each))) {
    report(`English has \`{${name}}\` here and this has not. Add it.`);
  }
  for (const name of own.filter((each) => !english.includes(each))) {
    report(`This has \`{${name}}\` and English has not. Remove it, or add it to English.`);
  }
}
