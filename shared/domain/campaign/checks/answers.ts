import { withoutAccents } from "../content/term-search.ts";
import type { Report } from "../problem.ts";
import { reservedWords } from "../reserved-words.ts";
import { meaningsOf, sameAsKey } from "../same-as.ts";
import { asRecord, ownWays, type Sketch, type SketchStep } from "../sketch.ts";
import { outcomes } from "../step-definition.ts";

/** What patients may answer: every answer leads somewhere, and none means something else already. */
export function checkAnswers({ steps }: Sketch, report: Report): void {
  for (const step of steps.values()) {
    checkReserved(step, report);
    if (step.verb === "call") checkNine(step, report);
    if (step.ways) checkLeads(step, report);
    if (step.verb === "ask") checkAsks(step, report);
    checkAnswered(step, steps, report);
  }
}

function checkReserved(step: SketchStep, report: Report): void {
  // Keys that are no digits are looked at as well: `CANCEL: no-visit` is the classic mistake.
  for (const [key, meaning] of Object.entries(asRecord(step.raw["answers"]))) {
    const path = ["steps", step.name, "answers", key];
    for (const word of [key, typeof meaning === "string" ? meaning : ""]) {
      if (!reservedWords.has(withoutAccents(word).replace(/[\s_]+/g, "-"))) continue;
      report(
        "reserved-answer",
        path,
        `\`${word}\` is a reserved word: phone networks act on it before we see it. Ask for a digit and name the answer after what it means, such as \`"1": wants-booking\`.`,
      );
    }
    if (typeof meaning === "string" && (outcomes as readonly string[]).includes(meaning)) {
      if (reservedWords.has(meaning)) continue;
      report(
        "answer-is-outcome",
        path,
        `\`${meaning}\` is the name of an outcome. Give the answer a name of its own.`,
      );
    }
  }
}

function checkNine(step: SketchStep, report: Report): void {
  const answers = step.ways?.answers ?? step.own.answers;
  if (!("9" in answers)) return;
  const isOwn = "9" in step.own.answers;
  report(
    "nine-on-call",
    isOwn ? ["steps", step.name, "answers", "9"] : ["steps", step.name, "next", sameAsKey],
    "On a call 9 stops all calls. Take another digit for this answer.",
  );
}

function checkLeads(step: SketchStep, report: Report): void {
  const { next } = step.ways ?? step.own;
  for (const [digit, answer] of Object.entries(step.own.answers)) {
    if (answer in next) continue;
    report(
      "answer-leads-nowhere",
      ["steps", step.name, "answers", digit],
      `Nobody says where \`${answer}\` leads. Add \`${answer}: STEP\` to the \`next\` of \`${step.name}\`.`,
    );
  }
  for (const [kind, taken] of Object.entries(step.own.takes ?? {})) {
    const { means } = asRecord(taken);
    if (typeof means !== "string" || means in next) continue;
    report(
      "answer-leads-nowhere",
      ["steps", step.name, "takes", kind, "means"],
      `Nobody says where \`${means}\` leads. Add \`${means}: STEP\` to the \`next\` of \`${step.name}\`.`,
    );
  }
  const meanings = new Set(meaningsOf(step.ways ?? step.own));
  for (const [way] of ownWays(step)) {
    if ((outcomes as readonly string[]).includes(way) || meanings.has(way)) continue;
    report(
      "next-without-answer",
      ["steps", step.name, "next", way],
      `No answer of \`${step.name}\` means \`${way}\`. Add it to \`answers\` or remove it here.`,
    );
  }
}

function checkAsks(step: SketchStep, report: Report): void {
  if (!step.ways || meaningsOf(step.ways).length > 0) return;
  report(
    "ask-without-answers",
    ["steps", step.name],
    `\`${step.name}\` asks and offers no answers. Add \`answers\`, or make it a \`send\`.`,
  );
}

function checkAnswered(step: SketchStep, steps: Sketch["steps"], report: Report): void {
  const answer = asRecord(step.raw["branch"])["answered"];
  if (typeof answer !== "string") return;
  for (const other of steps.values()) {
    if (meaningsOf(other.own).includes(answer)) return;
  }
  report(
    "unknown-answer",
    ["steps", step.name, "branch", "answered"],
    `No step has an answer \`${answer}\`. Correct it.`,
  );
}
