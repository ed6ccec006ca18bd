import type * as z from "zod";
import { suggestion } from "../did-you-mean.ts";
import { isHeadKey, isOpen, MessageDefinition, messageFileCredits } from "../message-definition.ts";
import type { Report } from "../problem.ts";
import { asRecord } from "../sketch.ts";

/** The shape of one file of messages, and who signs for it. */
export function checkMessageFile(file: unknown, language: string, report: Report): void {
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    report("wrong-type", [], "The file holds no messages. Write `key: { sms: … }`.");
    return;
  }
  for (const [key, message] of Object.entries(file)) {
    if (!isHeadKey(key)) checkMessage(key, message, report);
    else if (typeof message !== "string") {
      report("wrong-type", [key], `\`${key}\` should be a text.`);
    }
  }
  if (language !== "en") checkCredits(asRecord(file), report);
}

function checkMessage(key: string, message: unknown, report: Report): void {
  for (const issue of MessageDefinition.safeParse(message).error?.issues ?? []) {
    const path = [key, ...issue.path.map(String)];
    if (issue.code !== "unrecognized_keys") {
      report("wrong-type", path, `\`${path.join(".")}\` ${whatIsWrong(issue)}.`);
      continue;
    }
    for (const stray of issue.keys) {
      const known = path.length === 1 ? ["sms", "email", "voice"] : ["subject", "text"];
      const what = `\`${stray}\` is no part of a message.${suggestion(stray, known)}`;
      report("unknown-key", [...path, stray], what);
    }
  }
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  return issue.expected === "string" ? "should be a text" : "should be a map, such as `sms: …`";
}

function checkCredits(file: Readonly<Record<string, unknown>>, report: Report): void {
  for (const credit of messageFileCredits) {
    const name = file[credit];
    if (name === undefined) {
      report(
        "missing-credit",
        [],
        `Nobody signs for this translation. Add \`${credit}: NAME\` (45 CFR 92.201(c)(3)).`,
      );
    } else if (typeof name === "string" && isOpen(name)) {
      report(
        "review-open",
        [credit],
        "A qualified translator must sign for this translation before patients are contacted (45 CFR 92.201(c)(3)).",
      );
    }
  }
}
