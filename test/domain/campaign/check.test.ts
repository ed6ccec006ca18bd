import { describe, expect, it } from "vitest";
import { conceptCatalog } from "#domain/audience/concept";
import { check } from "#domain/campaign/check";
import { checkCatalog } from "#domain/campaign/checks/catalog";
import { found, today } from "#support/campaign-problems";
import { campaignSource, type Edits } from "#support/campaign-source";

describe("a campaign without a fault", () => {
  it("has no problem", () => {
    expect(check(campaignSource(), { today })).toEqual([]);
  });
});

describe("check names a mistake in", () => {
  const inSteps = (name: string, from: string, to: string, ...problems: readonly string[]) =>
    it(name, () => {
      const all = found({ definition: [[from, to]] });
      // What no message offers, or offers in vain, is told there too: see checks/digits.test.ts.
      expect(all.filter((problem) => !/^messages.* digit-not-/.test(problem))).toEqual(problems);
    });

  inSteps("the header: a key that nobody knows", "owner:", "owner: A\nownr:", "unknown-key ownr");
  inSteps("the header: no owner", "owner: Example program\n", "", "missing-owner owner");
  inSteps("the header: no review date", "review: 2027-03-31\n", "", "missing-review review");
  inSteps("the header: no goal", "goal: { any: mammogram }\n", "", "missing-goal goal");
  inSteps("the header: no start", "start: invite\n", "", "missing-start start");
  inSteps("the header: a review that is past", "2027-03-31", "2026-11-22", "review-past review");
  inSteps("the header: a day that is none", "2027-03-31", "2027-02-30", "review-invalid review");
  inSteps("the header: a date in another form", "2027-03-31", "31/03/27", "wrong-type review");
  inSteps("the header: another purpose", ": screening\nau", ": sales\nau", "wrong-type purpose");
  inSteps("the header: an id that is not the folder's", "/example", "/other", "id-not-folder id");
  inSteps(
    "the audience: an unknown condition",
    "{ sex: female }",
    "{ all: [{ sx: female }] }",
    "unknown-key audience.all.0.sx",
  );
  inSteps(
    "the audience: a value that is none",
    "{ sex: female }",
    "{ sex: femal }",
    "wrong-audience audience.sex",
  );
  inSteps(
    "a step: a key that is spelled wrong",
    "over: [sms, email]",
    "over: [sms, email]\n    notafter: 2 days",
    "unknown-key steps.invite.notafter",
  );
  inSteps(
    "a step: a kind that nobody knows",
    "rest: { wait: 1 week, ",
    "rest: { pause: 1 week, ",
    "unknown-step-kind steps.rest",
  );
  inSteps(
    "a step: two kinds at once",
    "gone: { end: not-reached }",
    "gone: { end: not-reached, send: invite }",
    "two-kinds steps.gone",
    "missing-silence steps.gone.next",
  );
  inSteps(
    "a step: time that is none",
    "wait: 4 days",
    "wait: 4 dys",
    "wrong-type steps.remind.wait",
  );
  inSteps("a step: no wait", "wait: 4 days, ", "", "missing-wait steps.remind.wait");
  inSteps(
    "a step: a channel that is none",
    "over: [sms]",
    "over: [fax]",
    "wrong-type steps.remind.over.0",
  );
  inSteps(
    "a step: too many tries",
    "call-us, wait",
    "call-us, tries: 9, wait",
    "wrong-type steps.call.tries",
  );
  inSteps(
    "the flow: a step that is not there",
    "silence: remind",
    "silence: remnd",
    "unknown-step steps.invite.next.silence",
  );
  inSteps(
    "the flow: a step that nothing leads to",
    "  gone: {",
    "  lost: { end: lost }\n  gone: {",
    "unreachable-step steps.lost",
  );
  inSteps(
    "the flow: a start that is not there",
    "start: invite",
    "start: invit",
    "unknown-step start",
  );
  inSteps(
    "the flow: a wait without silence",
    "wants-booking: book, silence: remind }",
    "wants-booking: remind }",
    "missing-silence steps.invite.next",
  );
  inSteps(
    "the flow: an agent's outcome left open",
    "{ resolved: end, unreachable: gone }",
    "{ resolved: gone }",
    "missing-outcome steps.book.next",
  );
  inSteps(
    "the flow: an outcome that cannot be",
    "next: { done: which }",
    "next: { done: which, silence: gone }",
    "impossible-outcome steps.rest.next.silence",
  );
  inSteps(
    "the flow: a loop that silence keeps going",
    "yes: book, no: gone",
    "yes: book, no: invite",
    "unbounded-loop steps.invite.next",
  );
  inSteps(
    "the flow: a step that is the same as itself",
    "same-as: invite, silence: call",
    "same-as: remind, silence: call",
    "same-as-loop steps.remind.next.same-as",
  );
  inSteps(
    "an answer: a word that networks act on",
    '{ "1": wants-booking }',
    '{ "1": wants-booking, "2": cancel }',
    "reserved-answer steps.invite.answers.2",
    "answer-leads-nowhere steps.invite.answers.2",
  );
  inSteps(
    "an answer: one that leads nowhere",
    '{ "1": wants-booking }',
    '{ "1": wants-booking, "2": later }',
    "answer-leads-nowhere steps.invite.answers.2",
  );
  inSteps(
    "an answer: a way that no answer takes",
    "wants-booking: book, silence: remind",
    "wants-booking: book, later: book, silence: remind",
    "next-without-answer steps.invite.next.later",
  );
  inSteps(
    "an answer: 9 on a call",
    "call-us, wait",
    'call-us, answers: { "9": wants-booking }, wait',
    "nine-on-call steps.call.answers.9",
  );
  inSteps(
    "an answer: a question that offers none",
    '    answers: { "1": wants-booking }\n',
    "",
    "next-without-answer steps.invite.next.wants-booking",
    "ask-without-answers steps.invite",
    "ask-without-answers steps.remind",
    "unknown-answer steps.which.branch.answered",
  );
  inSteps(
    "the words: a key that no file has",
    "remind: { ask: invite,",
    "remind: { ask: invitation,",
    "missing-message steps.remind.ask",
  );
  inSteps(
    "the tasks: words that nobody asks for",
    "book: Call and book. }",
    "book: Call and book., other: Do it. }",
    "unused-task tasks.other",
  );
});

describe("check names a mistake in the words:", () => {
  const english = (name: string, from: string, to: string, ...problems: readonly string[]) =>
    it(name, () => {
      const all = problems.map((each) => `messages/en.yaml ${each}`.trim());
      expect(found({ en: [[from, to]] })).toEqual(all);
    });

  english(
    "a channel without words",
    "call-us: { voice:",
    "call-us: { sms:",
    "missing-channel call-us",
    "missing-opt-out call-us.sms",
  );
  english(
    "words that nobody says",
    "call-us:",
    'extra: { sms: "{clinic} {phone} STOP" }\ncall-us:',
    "unused-message extra",
  );
  english(
    "a stray part of a message",
    "call-us: { voice",
    "call-us: { fax: x, voice",
    "unknown-key call-us.fax",
  );

  it("a key that one language lacks", () => {
    const edits: Edits = { es: [["call-us:", "call-me:"]] };
    expect(found(edits)).toEqual([
      "messages/es.yaml missing-translation",
      "messages/es.yaml unused-message call-me",
    ]);
  });

  it("a language that is not there", () => {
    const { messages, ...rest } = campaignSource();
    const problems = check({ ...rest, messages: { en: messages["en"] } }, { today });
    expect(problems.map(({ code }) => code)).toEqual(["missing-language"]);
  });
});

describe("check says what to do", () => {
  it("names the key that was probably meant", () => {
    const [problem] = check(campaignSource({ definition: [["owner:", "owner: A\nownr:"]] }), {
      today,
    });
    expect(problem?.message).toContain("Did you mean `owner`?");
  });

  it("names the concept that was probably meant, when it knows the concepts", () => {
    const concepts = conceptCatalog([{ name: "mammogram", codes: [] }]);
    const source = campaignSource({ definition: [["any: mammogram", "any: mamogram"]] });
    const problems = check(source, { today, concepts });
    expect(problems).toMatchObject([{ code: "unknown-concept", path: ["goal", "any"] }]);
    expect(problems[0]?.message).toContain("Did you mean `mammogram`?");
  });

  it("two campaigns with the same id are told apart", () => {
    const source = campaignSource();
    expect(checkCatalog([source, { ...source, folder: "screening/copy" }])).toMatchObject([
      { index: 1, problem: { code: "duplicate-id" } },
    ]);
  });
});
