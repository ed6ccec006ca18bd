import type { Evidence, PermissionScope } from "../../contact/permission.ts";
import { programWords } from "../../message/program-words.ts";
import type { PermissionEvent } from "../../record/permission-event.ts";
import type { ZoneId } from "../../time.ts";
import type { PermissionEntry } from "../permission-ledger.ts";
import { touchWords } from "./reasons.ts";
import { localWords, type When } from "./when.ts";

/** What was said about permission, and what shows it. */
export function permissionInWords(event: PermissionEvent, when: When): string {
  switch (event.type) {
    case "opted-out":
      return `Opted out (by ${event.via}${since(event, when)})${about(event.scope)}: ${consequence(event.scope)}.${shownBy(event.evidence)}`;
    case "opted-in": {
      const basis = event.basis === undefined ? "" : `, ${event.basis}`;
      return `Opted in again (by ${event.via}${basis})${about(event.scope)}.${shownBy(event.evidence)}`;
    }
    case "narrowing-offered":
      return `Asked whether it was for ${program(event.purpose)} messages only; no answer by ${when(event.until)} means everything.`;
    case "opt-out-narrowed":
      return `KEEP: the opt-out is for ${program(event.purpose)} messages only.${shownBy(event.evidence)}`;
    case "narrowing-ended":
      return "No answer came: the opt-out is for everything.";
    case "preferences-changed": {
      const { language, only, hours } = event.preferences;
      const chosen = [
        ...(language === undefined ? [] : [`language ${language}`]),
        ...(only === undefined ? [] : [`only by ${only.map((one) => touchWords[one]).join(", ")}`]),
        ...(hours === undefined ? [] : ["hours of their own"]),
      ];
      return `Preferences are now: ${chosen.join("; ") || "none"}.${shownBy(event.evidence)}`;
    }
  }
}

/** The account of permission, a line each: when, what, for what, on what basis, what shows it. */
export function permissionLines(
  entries: readonly PermissionEntry[],
  zone: ZoneId,
): readonly string[] {
  return entries.map(({ at, says, scope, basis, by, via, reference, words }) => {
    const shown = [reference, words].filter((each) => each !== undefined).join(", ");
    const evidence = shown === "" ? "" : ` (${shown})`;
    const what = about(scope) || ", for everything";
    return `${localWords(at, zone)}  ${says}${what}: ${basis}, by ${by}, via ${via}${evidence}`;
  });
}

/** A list tells when somebody said it; the event, when we read it. */
function since({ saidAt }: { readonly saidAt?: number }, when: When): string {
  return saidAt === undefined ? "" : `, said ${when(saidAt)}`;
}

function program(purpose: Parameters<typeof programWords>[0]): string {
  return programWords(purpose, "en").plain;
}

function consequence(scope: PermissionScope | undefined): string {
  return scope === undefined
    ? "no campaign contacts this patient any more"
    : "no campaign contacts this patient there any more";
}

function about(scope: PermissionScope = {}): string {
  const { channel, point, purpose } = scope;
  const parts = [
    ...(purpose === undefined ? [] : [`${program(purpose)} messages`]),
    ...(channel === undefined ? [] : [`every ${touchWords[channel]}`]),
    ...(point === undefined ? [] : ["one number or address"]),
  ];
  return parts.length === 0 ? "" : `, for ${parts.join(", ")}`;
}

/** What shows it, as the end of a sentence about it. */
export function shownBy(evidence: Evidence | undefined): string {
  if (evidence === undefined) return "";
  const words = evidence.words === undefined ? "" : `, read as ${evidence.words}`;
  return ` Evidence: ${evidence.reference}, by ${evidence.by}${words}.`;
}
