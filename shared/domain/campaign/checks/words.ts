import { suggestion } from "../did-you-mean.ts";
import { isCredit, MessageDefinition, messageFileCredits } from "../message-definition.ts";
import { type Problem, reporter } from "../problem.ts";
import { asRecord, type CampaignSource, type Sketch } from "../sketch.ts";

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
    checkFileShape(source.messages[language], language, into);
    checkSpoken(sketch, language, into);
  }
}

function checkFileShape(file: unknown, language: string, into: Problem[]): void {
  const report = reporter(`messages/${language}.yaml`, into);
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    report("wrong-type", [], "The file holds no messages. Write `key: { sms: … }`.");
    return;
  }
  for (const [key, message] of Object.entries(file)) {
    if (isCredit(key)) {
      if (typeof message !== "string") report("wrong-type", [key], `\`${key}\` should be a name.`);
      continue;
    }
    for (const issue of MessageDefinition.safeParse(message).error?.issues ?? []) {
      const path = [key, ...issue.path.map(String)];
      if (issue.code === "unrecognized_keys") {
        for (const stray of issue.keys) {
          const known = path.length === 1 ? ["sms", "email", "voice"] : ["subject", "text"];
          const message = `\`${stray}\` is no part of a message.${suggestion(stray, known)}`;
          report("unknown-key", [...path, stray], message);
        }
      } else {
        report("wrong-type", path, `\`${path.join(".")}\`: ${issue.message}.`);
      }
    }
  }
  for (const credit of language === "en" ? [] : messageFileCredits) {
    if (asRecord(file)[credit] !== undefined) continue;
    report(
      "missing-credit",
      [],
      `Nobody signs for this translation. Add \`${credit}: NAME\` (45 CFR 92.201(c)(3)).`,
    );
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
