import type { Concepts } from "../audience/concept.ts";
import type { RuleBook } from "../audience/named-rule.ts";
import type { Day } from "../time.ts";
import { checkAnswers } from "./checks/answers.ts";
import { checkApproval } from "./checks/approval.ts";
import { checkConcepts } from "./checks/concepts.ts";
import { checkDigits } from "./checks/digits.ts";
import { checkFlow } from "./checks/flow.ts";
import { checkHeader } from "./checks/header.ts";
import { checkIdentity } from "./checks/identity.ts";
import { checkLinks } from "./checks/links.ts";
import { checkPageAnswers, checkPages } from "./checks/pages.ts";
import { checkReading } from "./checks/reading.ts";
import { checkRules } from "./checks/rules.ts";
import { checkSensitivity, sensitivityOf } from "./checks/sensitivity.ts";
import { checkShape } from "./checks/shape.ts";
import { checkTexts } from "./checks/texts.ts";
import { checkTier } from "./checks/tier.ts";
import { checkTone } from "./checks/tone.ts";
import { checkTranslation } from "./checks/translation.ts";
import { checkWords } from "./checks/words.ts";
import { type Problem, reporter } from "./problem.ts";
import { type CampaignSource, sketch } from "./sketch.ts";
import { wordingsOf } from "./wording.ts";

/** What is known besides the files. */
export interface CheckContext {
  /** The day on which a review date is past or not. */
  readonly today: Day;
  /** The concepts that there are lists for; not checked without. */
  readonly concepts?: Pick<Concepts, "names" | "get">;
  /** The rules that a campaign may name; not checked without. */
  readonly rules?: RuleBook;
  /** The organization's own domains, to which its messages may link: `oak.example`. */
  readonly domains?: readonly string[];
  /** The organization's name for the pages that patients open: `care.oak.example`. */
  readonly pages?: string;
}

/**
 * Every problem of one campaign's files at once, in the order of the files. Nothing that is wrong
 * hides what comes after it: each check reads as much as can be read and is silent about the rest.
 */
export function check(source: CampaignSource, context: CheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  const drawn = sketch(source);
  const inCampaign = reporter("campaign.yaml", problems);
  checkShape(drawn, source.definition, inCampaign);
  checkHeader(drawn, source.folder, context.today, inCampaign);
  checkApproval(drawn, context.today, inCampaign);
  checkSensitivity(drawn, inCampaign);
  checkFlow(drawn, inCampaign);
  checkAnswers(drawn, inCampaign);
  if (context.rules) checkRules(drawn, context.rules, inCampaign);
  if (context.concepts) {
    checkConcepts(drawn, context.concepts, context.rules ?? new Map(), inCampaign);
  }
  checkPageAnswers(drawn, inCampaign);
  checkWords(drawn, source, problems);
  for (const language of drawn.messages.keys()) {
    const report = reporter(`messages/${language}.yaml`, problems);
    const wordings = wordingsOf(drawn, language);
    checkTranslation(drawn, { language, file: source.messages[language] }, report);
    checkTexts(wordings, report);
    checkTier(wordings, sensitivityOf(drawn), report);
    checkIdentity(wordings, report);
    checkDigits(drawn, language, report);
    checkLinks(wordings, context.domains ?? [], report);
    checkPages(wordings, context.pages, report);
    checkReading(wordings, language, report);
    checkTone(wordings, report);
  }
  return problems;
}

/** Whether a campaign with these problems may be loaded. */
export function isSound(problems: readonly Pick<Problem, "severity">[]): boolean {
  return problems.every(({ severity }) => severity === "warning");
}
