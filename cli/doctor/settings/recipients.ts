import type { Environment } from "#infra/environments";
import { type Finding, ok, problem, warning } from "../finding.ts";

const check = "recipients";

/** Whom a deployment contacts, held against what it keeps. */
export function checkRecipients({ recipients, data }: Environment): readonly Finding[] {
  if (recipients === "everyone") {
    if (data === "keep") return [ok(check, "Everyone whose data is imported may be contacted.")];
    const says =
      "Contacts everyone, and discards its data: whoever is imported by mistake is contacted, and their STOP is lost with the stack.";
    const advice = "Name those who test: `recipients: { only: [...] }`; or keep the data.";
    return [problem(check, says, advice)];
  }
  const count = recipients.only.length;
  if (count === 0) {
    const says = "Contacts nobody: every touch is withheld.";
    const advice =
      data === "keep"
        ? '`recipients: "everyone"` once the first patients may hear of it.'
        : "Name the numbers and addresses of those who test under `recipients.only`.";
    return [warning(check, says, advice)];
  }
  const named = count === 1 ? "one number or address" : `${count} numbers and addresses`;
  if (data === "discard") return [ok(check, `Contacts only those who test: ${named}.`)];
  const says = `Contacts ${named} and nobody else: every other patient's touches are withheld.`;
  return [warning(check, says, '`recipients: "everyone"` once all patients may be contacted.')];
}
