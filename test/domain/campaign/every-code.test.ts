import { describe, expect, it } from "vitest";
import { readYaml } from "#adapters/files/campaign-files";
import { parseYaml } from "#contracts/campaign-files/yaml-text";
import { conceptCatalog } from "#domain/audience/concept";
import { RuleDefinition } from "#domain/audience/named-rule";
import { check } from "#domain/campaign/check";
import { checkCatalog } from "#domain/campaign/checks/catalog";
import { checkNotices } from "#domain/campaign/checks/notices";
import { conversationProblems } from "#domain/campaign/conversation";
import { type ProblemCode, problemCodes, severityOf } from "#domain/campaign/problem-code";
import { problemsWith, today } from "#support/campaign-problems";
import { campaignSource, type Edits } from "#support/campaign-source";

type Edit = readonly [string | RegExp, string];
type Finder = () => readonly (string | undefined)[];

const planted = (edits: Edits, context = {}): Finder => {
  return () => problemsWith(edits, context).map(({ code }) => code);
};
const inCampaign = (...definition: readonly Edit[]) => planted({ definition });
const english = (...en: readonly Edit[]) => planted({ en });
const spanish = (...es: readonly Edit[]) => planted({ es });
/** The small campaign with the mail of its first message ended so. */
const inMail = (words: string) => english(["Stop: {unsubscribe}", `Stop: {unsubscribe} ${words}`]);

const rules = (definitions: Readonly<Record<string, string>>) => ({
  rules: new Map(
    Object.entries(definitions).map(([name, text]) => [
      name,
      RuleDefinition.parse(parseYaml(text).value),
    ]),
  ),
});
const notices = (key: string, value: unknown): Finder => {
  const en = readYaml("campaigns/notices/en.yaml").value as Record<string, unknown>;
  return () => checkNotices({ en: { ...en, [key]: value } }).map(({ code }) => code);
};
const yaml = (text: string): Finder => {
  return () => parseYaml(text).mistakes.map(({ code }) => code);
};
const hard = "Administrative authorization necessitates pharmacological discontinuation. ".repeat(
  6,
);

/** One mistake for each code: the compiler wants every code to be here. */
const mistakes: Readonly<Record<ProblemCode, Finder>> = {
  "answer-is-outcome": inCampaign(['"1": wants-booking', '"1": silence']),
  "answer-leads-nowhere": inCampaign(['"1": wants-booking', '"1": later']),
  "ask-without-answers": inCampaign(['    answers: { "1": wants-booking }\n', ""]),
  "bad-conversation": () =>
    conversationProblems({ title: "x" }).map(() => "bad-conversation" as const),
  "bad-name": inCampaign(["  gone: {", "  Gone_1: { end: x }\n  gone: {"]),
  "bad-rule": () =>
    (RuleDefinition.safeParse({ is: { evver: "x" } }).error?.issues ?? []).map(() => "bad-rule"),
  blame: english(["a check-up is due", "you failed to come"]),
  "content-sensitive": inCampaign(["purpose:", "sensitivity: sensitive\npurpose:"]),
  "content-tier": english(["a check-up is due", "a mammogram is due"]),
  "cyclic-rule": planted(
    { definition: [["{ sex: female }", "{ rule: a }"]] },
    rules({ a: "is: { rule: a }" }),
  ),
  "digit-not-answered": english([
    "Reply 1 to book. {phone}",
    "Reply 1 to book, 2 to talk. {phone}",
  ]),
  "digit-not-offered": english(["Reply 1 to book. {phone}", "Reply to book. {phone}"]),
  "duplicate-id": () =>
    checkCatalog([campaignSource(), campaignSource()]).map(({ problem }) => problem.code),
  "duplicate-key": yaml("a: 1\na: 2"),
  fear: english(["a check-up is due", "it could be deadly"]),
  "id-not-folder": inCampaign(["/example", "/other"]),
  "impossible-outcome": inCampaign(["{ done: which }", "{ done: which, silence: gone }"]),
  jargon: english(["a check-up is due", "adherence helps"]),
  "late-clinic": english(["{clinic}: a", "We hope that you and yours are all well. {clinic}: a"]),
  "late-opt-out": english(["Press 1 to book. To", "It is time. We can help. Press 1 to book. To"]),
  "link-address": inMail("https://10.0.0.1/x"),
  "link-elsewhere": inMail("https://elsewhere.example"),
  "link-not-https": inMail("http://elsewhere.example"),
  "link-shortener": inMail("bit.ly/x"),
  "link-with-variable": inMail("https://oak.example/{given}"),
  "long-sentence": inMail(
    "One two three four five six seven eight nine ten eleven and so on and on.",
  ),
  "long-words": inMail(hard),
  "missing-address": english(["{address}, ", ""]),
  "missing-after": inCampaign(["start:", "again: {}\nstart:"]),
  "missing-ask": inCampaign(["ask: invite\n", "ask:\n"]),
  "missing-audience": inCampaign([/audience: .*\n/, ""]),
  "missing-branch": inCampaign(["branch: { answered: wants-booking }", "branch: null"]),
  "missing-by": inCampaign(["start:", "sponsorApproval: { on: 2026-11-01 }\nstart:"]),
  "missing-call": inCampaign(["call: invite-call", "call: null"]),
  "missing-call-back": english(["Please call {phone}", "We are at {phone}"]),
  "missing-channel": english(["call-us: { voice:", "call-us: { sms:"]),
  "missing-clinic": english(["{clinic}: a", "A"]),
  "missing-credit": spanish(["reviewedBy: Someone else\n", ""]),
  "missing-emergency-line": english([" In an emergency, call 911.", ""]),
  "missing-end": inCampaign(["end: not-reached", "end: null"]),
  "missing-escalate": inCampaign(["escalate: book", "escalate: null"]),
  "missing-goal": inCampaign([/goal: .*\n/, ""]),
  "missing-id": inCampaign([/id: .*\n/, ""]),
  "missing-in-notice": notices("emergency", { sms: "A nurse will call you." }),
  "missing-language": () => {
    const { messages, ...rest } = campaignSource();
    return check({ ...rest, messages: { en: messages["en"] } }, { today }).map(({ code }) => code);
  },
  "missing-message": inCampaign(["ask: invite\n", "ask: invitation\n"]),
  "missing-next": inCampaign([", next: { resolved: end, unreachable: gone }", ""]),
  "missing-notice": notices("crisis", {}),
  "missing-on": inCampaign(["start:", "sponsorApproval: { by: Ann }\nstart:"]),
  "missing-opt-out": english([" Reply STOP to opt out.", ""]),
  "missing-outcome": inCampaign(["{ resolved: end, unreachable: gone }", "{ resolved: gone }"]),
  "missing-over": inCampaign(["    over: [sms, email]\n", ""]),
  "missing-owner": inCampaign([/owner: .*\n/, ""]),
  "missing-phone": english(["{phone}. Reply STOP", "Reply STOP"]),
  "missing-purpose": inCampaign([/purpose: .*\n/, ""]),
  "missing-queue": inCampaign(["queue: scheduling, ", ""]),
  "missing-review": inCampaign(["review: 2027-03-31\n", ""]),
  "missing-reviewer": inCampaign([/reviewedBy: .*\n/, ""]),
  "missing-send": inCampaign(["ask: invite\n", "send:\n"]),
  "missing-silence": inCampaign([
    "wants-booking: book, silence: remind }",
    "wants-booking: remind }",
  ]),
  "missing-start": inCampaign([/start: .*\n/, ""]),
  "missing-steps": () =>
    check({ ...campaignSource(), definition: {} }, { today }).map(({ code }) => code),
  "missing-task": inCampaign(["tasks: { book: Call and book. }", "tasks: {}"]),
  "missing-title": inCampaign([/title: .*\n/, ""]),
  "missing-translation": spanish(["call-us:", "call-me:"]),
  "missing-verify-line": english([" Call the number on your card.", ""]),
  "missing-wait": inCampaign(["    wait: 3 days\n", ""]),
  "missing-within": inCampaign(["within: 1 business day, ", ""]),
  "next-without-answer": inCampaign(["wants-booking: book, silence", "later: book, silence"]),
  "nine-on-call": inCampaign(["call-us, wait", 'call-us, answers: { "9": wants-booking }, wait']),
  "reading-grade": inMail(hard),
  "page-answer-unknown": planted(
    {
      definition: [[/wants-booking/g, "wants-trip"]],
      en: [["Stop: {unsubscribe}", "{page} Stop: {unsubscribe}"]],
      es: [["Salir: {unsubscribe}", "{page} Salir: {unsubscribe}"]],
    },
    { pages: "care.oak.example" },
  ),
  "page-misplaced": english(["subject: A check-up is due", "subject: A check-up {page}"]),
  "page-without-address": inMail("{page}"),
  "reserved-answer": inCampaign(['"1": wants-booking', '"1": cancel']),
  "reserved-step": inCampaign(["  gone: {", "  end: { end: x }\n  gone: {"]),
  "review-invalid": inCampaign(["2027-03-31", "2027-02-30"]),
  "review-open": inCampaign(["reviewedBy: Dr. Example", "reviewedBy: open"]),
  "review-past": inCampaign(["2027-03-31", "2026-11-22"]),
  "same-as-loop": inCampaign(["same-as: invite, silence: call", "same-as: remind, silence: call"]),
  "sensitive-voicemail": inCampaign(["purpose:", "sensitivity: sensitive\npurpose:"]),
  "sensitivity-unsaid": inCampaign(["title: Example", "title: HIV viral load"]),
  shouting: english(["A check-up is due\n", "A CHECK-UP is OVERDUE\n"]),
  "sms-not-plain": spanish([/sms: .*/, 'sms: "{clinic} {phone} está: 1 STOP"']),
  "sms-too-long": english(["Reply 1", `${"Please come. ".repeat(8)}Reply 1`]),
  "sponsor-not-approved": inCampaign(["start:", "sponsor: Example Pharma\nstart:"]),
  "too-many-steps": inCampaign([
    "  gone: {",
    `${Array.from({ length: 60 }, (_, index) => `  s${index}: { end: x }\n`).join("")}  gone: {`,
  ]),
  "translation-stale": spanish([/translates: .*/, "translates: en-00000000000"]),
  "translation-unlocked": spanish([/translates: .*\n/, ""]),
  "translation-variables": spanish(["le toca una cita", "{given}: le toca una cita"]),
  "two-asks": english(["a check-up is due", "can you come today? Do you want a call? It is time"]),
  "two-kinds": inCampaign([
    "gone: { end: not-reached }",
    "gone: { end: not-reached, send: invite }",
  ]),
  "unbounded-loop": inCampaign(["yes: book, no: gone", "yes: book, no: invite"]),
  "unknown-answer": inCampaign(["answered: wants-booking", "answered: wants-more"]),
  "unknown-concept": planted(
    { definition: [["any: mammogram", "any: mamogram"]] },
    { concepts: conceptCatalog([{ name: "mammogram", codes: [] }]) },
  ),
  "unknown-key": inCampaign(["owner:", "owner: A\nownr:"]),
  "unknown-rule": planted({ definition: [["{ sex: female }", "{ rule: a }"]] }, rules({})),
  "unknown-step": inCampaign(["silence: remind", "silence: remnd"]),
  "unknown-step-kind": inCampaign(["rest: { wait: 1 week, ", "rest: { pause: 1 week, "]),
  "unknown-variable": english(["{clinic}: a", "{clinc}: a"]),
  "unreachable-step": inCampaign(["  gone: {", "  lost: { end: lost }\n  gone: {"]),
  "unused-message": english(["call-us:", 'extra: { sms: "{clinic} {phone} STOP" }\ncall-us:']),
  "unused-task": inCampaign(["book: Call and book. }", "book: Call and book., other: Do it. }"]),
  "wrong-audience": inCampaign(["{ sex: female }", "{ sex: femal }"]),
  "wrong-type": inCampaign(["wait: 4 days", "wait: 4 dys"]),
  "yaml-syntax": yaml("a: {{"),
};

describe("every code of check", () => {
  it.each(Object.entries(mistakes))("%s is told of one mistake", (code, find) => {
    expect(find()).toContain(code);
  });

  it("is told of a mistake alone: a sound campaign has none", () => {
    expect(check(campaignSource(), { today })).toEqual([]);
  });

  it("is an error or a warning", () => {
    for (const code of problemCodes.error) expect(severityOf(code)).toBe("error");
    for (const code of problemCodes.warning) expect(severityOf(code)).toBe("warning");
    const all = [...problemCodes.error, ...problemCodes.warning];
    expect(new Set(all).size).toBe(all.length);
  });
});
