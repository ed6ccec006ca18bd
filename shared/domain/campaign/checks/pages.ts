import { variablesOf } from "../../message/render.ts";
import { pageVariables } from "../../message/variables.ts";
import { answerWords } from "../../page/answer-words.ts";
import type { Report } from "../problem.ts";
import { asRecord, type Sketch, type SketchStep } from "../sketch.ts";
import type { Wording } from "../wording.ts";

/** What a page's address is made of besides its name: `https://`, `/a/` and the token. */
const aroundHost = "https:///a/".length + 22;

/** The longest name of the pages that a text has room for. */
export const pageHostMax = pageVariables.page.lengthMax - aroundHost;

/**
 * That a message which leads to a page can: it is a text or a mail, the organization has a name for its
 * pages (carriers filter links of others, and nobody trusts them), and there are words for all that the
 * page has to offer.
 */
export function checkPages(
  wordings: readonly Wording[],
  host: string | undefined,
  report: Report,
): void {
  for (const { path, text, channel, part } of wordings) {
    if (!leadsToPage(text)) continue;
    if (channel === "voice" || part === "subject") {
      report(
        "page-misplaced",
        path,
        "Nobody can press `{page}` here. Write it in the text of a message or of a mail.",
      );
    } else if (host === undefined || host.length > pageHostMax) {
      const why = host === undefined ? "is not known" : `is longer than ${pageHostMax} characters`;
      report(
        "page-without-address",
        path,
        `\`{page}\` leads to a page of your own, and its name ${why}. Say it with \`--pages care.oak.example\`, or as \`pages\` in the organization's file; or leave \`{page}\` out.`,
      );
    }
  }
}

/** Once for each step: whose message leads to a page, and which of its answers has no words there. */
export function checkPageAnswers(drawn: Sketch, report: Report): void {
  for (const step of drawn.steps.values()) {
    if (!asksOnPage(drawn, step)) continue;
    for (const answer of new Set(Object.values(step.ways?.answers ?? {}))) {
      if (answerWords(answer) !== undefined) continue;
      report(
        "page-answer-unknown",
        ["steps", step.name],
        `The message of step \`${step.name}\` leads to a page, and there are no words for \`${answer}\` on it. Take one of the names that the page knows, or leave \`{page}\` out.`,
      );
    }
  }
}

function asksOnPage({ messages }: Sketch, { words }: SketchStep): boolean {
  return words.some(({ key, channel }) =>
    [...messages.values()].some((book) => {
      const part = book.get(key)?.[channel];
      const text = channel === "email" ? asRecord(part)["text"] : part;
      return typeof text === "string" && leadsToPage(text);
    }),
  );
}

function leadsToPage(text: string): boolean {
  return variablesOf(text).includes("page");
}
