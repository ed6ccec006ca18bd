import { noticeVariableNames } from "../../message/variables.ts";
import { type NoticeKind, noticeKinds } from "../../record/notice.ts";
import { MessageDefinition } from "../message-definition.ts";
import { type Problem, reporter } from "../problem.ts";
import { asRecord, sketch } from "../sketch.ts";
import { type Wording, wordingsOf } from "../wording.ts";
import { checkTexts } from "./texts.ts";
import { requiredLanguages } from "./words.ts";

/** What a notice must say, on every channel or on those named. */
const must: Readonly<Partial<Record<NoticeKind, readonly (readonly [RegExp, string])[]>>> = {
  "opted-out": [[/\{clinic\}/, "{clinic}"]],
  "opted-out-which": [[/\{program\}/, "{program}"]],
  kept: [[/\{program\}/, "{program}"]],
  "opted-in": [[/\{clinic\}/, "{clinic}"]],
  help: [
    [/\{clinic\}/, "{clinic}"],
    [/\{phone\}/, "{phone}"],
  ],
  emergency: [[/\b911\b/, "911"]],
  "emergency-unstaffed": [[/\b911\b/, "911"]],
  crisis: [
    [/\b988\b/, "988"],
    [/\b911\b/, "911"],
  ],
  "crisis-unstaffed": [
    [/\b988\b/, "988"],
    [/\b911\b/, "911"],
  ],
  urgent: [[/\b911\b/, "911"]],
  "urgent-unstaffed": [[/\b911\b/, "911"]],
  nurse: [[/\{by\}/, "{by}"]],
  condolence: [[/\{clinic\}/, "{clinic}"]],
};

/**
 * Every problem of the notice files, by language: each kind in each language on each channel, in
 * one segment, with the numbers that save lives.
 */
export function checkNotices(files: Readonly<Record<string, unknown>>): readonly Problem[] {
  const problems: Problem[] = [];
  const drawn = sketch({ folder: "notices", definition: {}, messages: files });
  for (const language of requiredLanguages) {
    if (language in files) continue;
    const message = `There is no notices/${language}.yaml. Add it.`;
    reporter("messages/en.yaml", problems)("missing-language", [], message);
  }
  for (const language of Object.keys(files)) {
    const report = reporter(`messages/${language}.yaml`, problems);
    const messages = drawn.messages.get(language);
    for (const kind of noticeKinds) {
      const message = asRecord(messages?.get(kind));
      for (const channel of ["sms", "email", "voice"]) {
        if (channel in message) continue;
        report("missing-notice", [kind], `\`${kind}\` has no words for ${channel}. Add them.`);
      }
    }
    for (const [key, message] of messages ?? []) {
      if (!(noticeKinds as readonly string[]).includes(key)) {
        report("unknown-key", [key], `There is no notice \`${key}\`. Remove it.`);
      } else if (!MessageDefinition.safeParse(message).success) {
        report("wrong-type", [key], `\`${key}\` is not made of sms, email and voice. Correct it.`);
      }
    }
    const wordings = wordingsOf(drawn, language);
    checkTexts(wordings, report, noticeVariableNames);
    for (const wording of wordings) {
      for (const what of missingIn(wording)) {
        report("missing-in-notice", wording.path, `It must say \`${what}\`. Add it.`);
      }
    }
  }
  return problems;
}

function missingIn({ path, text, part }: Wording): readonly string[] {
  if (part === "subject") return [];
  const rules = must[path[0] as NoticeKind] ?? [];
  return rules.filter(([pattern]) => !pattern.test(text)).map(([, what]) => what);
}
