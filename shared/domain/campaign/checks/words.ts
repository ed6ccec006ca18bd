import { suggestion } from "../did-you-mean.ts";
import { type Problem, reporter } from "../problem.ts";
import type { CampaignSource, Sketch } from "../sketch.ts";
import { checkMessageFile } from "./message-file.ts";

/** Languages in which every campaign must speak. */
export const requiredLanguages: readonly string[] = ["en", "es"];

/** That every step has its words, on each of its channels, in each language, and no other. */
export function checkWords(sketch: Sketch, source: CampaignSource, into: Problem[]): void {
  const inCampaign = reporter("campaign.yaml", into);
  for (const language of requiredLanguages) {
    if (sketch.messages.has(language)) continue;
    inCampaign(
      "missing-language",
      [],
      `There is no messages/${language}.yaml. Add it: every campaign speaks ${requiredLanguages.join(" and ")}.`,
    );
  }
  for (const language of sketch.messages.keys()) {
    checkMessageFile(
      source.messages[language],
      language,
      reporter(`messages/${language}.yaml`, into),
    );
    checkSpoken(sketch, language, into);
  }
}

function checkSpoken(sketch: Sketch, language: string, into: Problem[]): void {
  const file = `messages/${language}.yaml` as const;
  const report = reporter(file, into);
  const messages = sketch.messages.get(language) ?? new Map<string, Record<string, unknown>>();
  const told = new Set<string>();
  const spoken = new Set<string>();
  for (const step of sketch.steps.values()) {
    for (const { key, channel, from } of step.words) {
      spoken.add(key);
      const message = messages.get(key);
      const need = message ? `${key}/${channel}` : key;
      if (told.has(need) || (message && channel in message)) continue;
      told.add(need);
      if (message) {
        report(
          "missing-channel",
          [key],
          `\`${key}\` has no words for ${channel}, which step \`${step.name}\` uses. Add \`${channel}\`.`,
        );
      } else if (![...sketch.messages.values()].some((book) => book.has(key))) {
        if (language !== [...sketch.messages.keys()][0]) continue;
        reporter("campaign.yaml", into)(
          "missing-message",
          ["steps", step.name, from],
          `No message file has the words \`${key}\`.${suggestion(key, messages.keys())}`,
        );
      } else {
        report(
          "missing-translation",
          [],
          `\`${key}\`, which step \`${step.name}\` says, is not translated. Add it to ${file}.`,
        );
      }
    }
  }
  for (const key of messages.keys()) {
    if (!spoken.has(key)) {
      report("unused-message", [key], `No step says \`${key}\`. Remove it.`);
    }
  }
}
