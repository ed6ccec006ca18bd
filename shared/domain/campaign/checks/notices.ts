import { noticeVariableNames } from "../../message/variables.ts";
import { channels } from "../../patient/contact-point.ts";
import { isSafetyNotice, type NoticeKind, noticeKinds } from "../../record/notice.ts";
import { isHeadKey } from "../message-definition.ts";
import { type Problem, type Report, reporter } from "../problem.ts";
import { wordsOf } from "../reading-ease.ts";
import { asRecord, sketch } from "../sketch.ts";
import { type Wording, wordingsOf } from "../wording.ts";
import { checkTextBegins } from "./identity.ts";
import { checkLinks } from "./links.ts";
import { checkMessageFile } from "./message-file.ts";
import { checkReading } from "./reading.ts";
import { checkTexts } from "./texts.ts";
import { checkTier } from "./tier.ts";
import { checkTone } from "./tone.ts";
import { checkTranslation } from "./translation.ts";
import { requiredLanguages } from "./words.ts";

/** What a notice must say on every channel, and besides in a text. */
interface NoticeRule {
  readonly says: readonly string[];
  readonly textSays?: readonly string[];
}

const emergencyLine: NoticeRule = { says: ["911"] };
const crisisLine: NoticeRule = { says: ["988", "911"] };

/**
 * What each kind of notice must say: CTIA messaging principles for the answers to START and HELP,
 * 988lifeline.org for the crisis line.
 */
const rules: Readonly<Record<NoticeKind, NoticeRule>> = {
  "opted-out": { says: ["{clinic}"] },
  "opted-out-which": { says: ["{clinic}", "{program}"], textSays: ["KEEP"] },
  kept: { says: ["{clinic}", "{program}"], textSays: ["STOP"] },
  "opted-in": { says: ["{clinic}"], textSays: ["{phone}", "STOP"] },
  help: { says: ["{clinic}", "{phone}"], textSays: ["STOP"] },
  language: { says: [], textSays: ["STOP"] },
  "wrong-number": { says: [] },
  emergency: emergencyLine,
  "emergency-unstaffed": emergencyLine,
  crisis: crisisLine,
  "crisis-unstaffed": crisisLine,
  urgent: emergencyLine,
  "urgent-unstaffed": emergencyLine,
  nurse: { says: ["{clinic}", "{by}"] },
  person: { says: ["{clinic}"], textSays: ["{phone}"] },
  condolence: { says: ["{clinic}"] },
};

function isNoticeKind(key: unknown): key is NoticeKind {
  return (noticeKinds as readonly unknown[]).includes(key);
}

/**
 * Every problem of the notice files, by language: each kind in each language on each channel, with
 * what it must say, and the checks of messages as far as they apply to an answer. Nothing of the
 * campaign's flow does, nor the ways out of a campaign.
 */
export function checkNotices(
  files: Readonly<Record<string, unknown>>,
  domains: readonly string[] = [],
): readonly Problem[] {
  const problems: Problem[] = [];
  const drawn = sketch({ folder: "notices", definition: {}, messages: files });
  for (const language of requiredLanguages) {
    if (language in files) continue;
    const message = `There is no notices/${language}.yaml. Add it.`;
    reporter("messages/en.yaml", problems)("missing-language", [], message);
  }
  for (const [language, file] of Object.entries(files)) {
    const report = reporter(`messages/${language}.yaml`, problems);
    checkKinds(file, report);
    checkMessageFile(file, language, report);
    checkTranslation(drawn, { language, file }, report);
    checkWordings(wordingsOf(drawn, language), domains, report);
  }
  return problems;
}

function checkKinds(file: unknown, report: Report): void {
  const messages = asRecord(file);
  for (const kind of noticeKinds) {
    for (const channel of channels) {
      if (channel in asRecord(messages[kind])) continue;
      report("missing-notice", [kind], `\`${kind}\` has no words for ${channel}. Add them.`);
    }
  }
  for (const key of Object.keys(messages)) {
    if (isHeadKey(key) || isNoticeKind(key)) continue;
    report("unknown-key", [key], `There is no notice \`${key}\`. Remove it.`);
  }
}

function checkWordings(
  wordings: readonly Wording[],
  domains: readonly string[],
  report: Report,
): void {
  checkTexts(wordings, report, noticeVariableNames);
  checkTier(wordings, "standard", report);
  checkLinks(wordings, domains, report);
  checkReading(wordings, wordings[0]?.language ?? "", report);
  for (const wording of wordings) checkSays(wording, report);
  // The texts that may save a life begin with what to do, and speak of danger.
  const others = wordings.filter(({ path: [key] }) => !(isNoticeKind(key) && isSafetyNotice(key)));
  checkTone(others, report);
  for (const wording of others) if (wording.channel === "sms") checkTextBegins(wording, report);
}

function checkSays({ path, text, channel, part }: Wording, report: Report): void {
  const [key] = path;
  if (part === "subject" || !isNoticeKind(key)) return;
  const { says, textSays = [] } = rules[key];
  const words = wordsOf(text);
  for (const what of channel === "sms" ? [...says, ...textSays] : says) {
    if (!words.includes(what)) {
      report("missing-in-notice", path, `It must say \`${what}\`. Add it.`);
    }
  }
}
