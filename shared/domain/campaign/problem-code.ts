/** Keys that a campaign, a step or a part of one cannot do without: `missing-owner`. */
export const neededKeys = [
  "id",
  "title",
  "owner",
  "review",
  "purpose",
  "audience",
  "goal",
  "start",
  "steps",
  "send",
  "ask",
  "call",
  "branch",
  "escalate",
  "end",
  "over",
  "wait",
  "next",
  "queue",
  "within",
  "after",
  "by",
  "on",
] as const;
type NeededKey = (typeof neededKeys)[number];

const missing = neededKeys.map((key) => `missing-${key}` as const);

/**
 * What can be wrong with the files of a campaign, for machines: stable names, each explained in
 * docs/campaign-language.md. With an error a campaign is not loaded; a warning asks for a second
 * look.
 */
export const problemCodes = {
  error: [
    ...(missing as readonly `missing-${NeededKey}`[]),
    "answer-is-outcome",
    "answer-leads-nowhere",
    "ask-without-answers",
    "bad-conversation",
    "bad-name",
    "bad-rule",
    "content-sensitive",
    "content-tier",
    "cyclic-rule",
    "digit-not-answered",
    "digit-not-offered",
    "duplicate-id",
    "duplicate-key",
    "id-not-folder",
    "impossible-outcome",
    "late-clinic",
    "late-opt-out",
    "link-address",
    "link-not-https",
    "link-shortener",
    "link-with-variable",
    "missing-address",
    "missing-call-back",
    "missing-channel",
    "missing-clinic",
    "missing-credit",
    "missing-in-notice",
    "missing-language",
    "missing-message",
    "missing-notice",
    "missing-opt-out",
    "missing-outcome",
    "missing-phone",
    "missing-silence",
    "missing-translation",
    "next-without-answer",
    "nine-on-call",
    "reserved-answer",
    "reserved-step",
    "review-invalid",
    "review-past",
    "same-as-loop",
    "sensitive-voicemail",
    "sms-too-long",
    "sponsor-not-approved",
    "too-many-steps",
    "two-kinds",
    "unbounded-loop",
    "unknown-answer",
    "unknown-concept",
    "unknown-key",
    "unknown-rule",
    "unknown-step",
    "unknown-step-kind",
    "unknown-variable",
    "unreachable-step",
    "wrong-audience",
    "wrong-type",
    "yaml-syntax",
  ],
  warning: [
    "blame",
    "fear",
    "jargon",
    "link-elsewhere",
    "long-sentence",
    "long-words",
    "missing-emergency-line",
    "missing-reviewer",
    "missing-task",
    "missing-verify-line",
    "reading-grade",
    "review-open",
    "sensitivity-unsaid",
    "shouting",
    "sms-not-plain",
    "two-asks",
    "unused-message",
    "unused-task",
  ],
} as const;

export type Severity = keyof typeof problemCodes;
export type ProblemCode = (typeof problemCodes)[Severity][number];

const warnings: ReadonlySet<string> = new Set(problemCodes.warning);

export function severityOf(code: ProblemCode): Severity {
  return warnings.has(code) ? "warning" : "error";
}
