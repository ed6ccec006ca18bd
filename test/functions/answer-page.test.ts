import { describe, expect, it } from "vitest";
import { randomTokens } from "#adapters/random-tokens";
import { dayFrom } from "#domain/calendar";
import { someDay, someNumber } from "#domain/page/answer-words";
import { answerPage, choices, pageAsks, rightDate, wrongDate } from "../support/a-page.ts";
import { pageRequest } from "../support/a-page-request.ts";
import { monday } from "../support/a-record.ts";
import { elementsIn, textIn } from "../support/html.ts";

const day = 86_400_000;

describe("opening the page of a message", () => {
  it("names the clinic and nothing of the patient, and asks for the birth date", async () => {
    const page = await answerPage();
    const { statusCode, body } = await page.get();
    expect(statusCode).toBe(200);
    const text = textIn(body);
    expect(text).toContain('A message from Oak & "Elm" <script>alert(1)</script>');
    expect(text).toMatch(/Birth date .* Month +Day +Year/);
    for (const personal of ["screening", "book", "already", "p-1"]) {
      expect(text).not.toContain(personal);
    }
    expect(elementsIn(body, "input").map(({ name }) => name)).toEqual([
      ...["do", "born-month", "born-day", "born-year", "do"],
    ]);
  });

  it("changes nothing, however often scanners do it", async () => {
    const page = await answerPage();
    const before = page.kept();
    for (let time = 0; time < 20; time += 1) {
      expect((await page.get(time % 2 ? "HEAD" : "GET")).statusCode).toBe(200);
    }
    expect(page.kept()).toEqual(before);
    expect(await page.said()).toEqual([]);
    expect(await page.stopped()).toEqual([]);
  });

  it("asks in the order in which the patient's language writes a date, and in both where nobody knows", async () => {
    const spanish = await (await answerPage({ language: "es-MX" })).get();
    expect(textIn(spanish.body)).toMatch(/Fecha de nacimiento .* Día +Mes +Año/);
    const { language: _, ...unknown } = (await answerPage()).kept()!.link;
    const page = await answerPage();
    await page.pages.save(page.token, unknown);
    const { body } = await page.get();
    expect(elementsIn(body, "section")).toEqual([{ lang: "en" }, { lang: "es" }]);
    const ids = elementsIn(body, "input").flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the birth date", () => {
  it("that is right opens what the message asked, with its answers in the patient's words", async () => {
    const page = await answerPage();
    const { statusCode, body, proof } = await page.prove();
    expect(statusCode).toBe(200);
    expect(proof).not.toBe("");
    const text = textIn(body);
    expect(text).toContain("Our message was about a health screening.");
    for (const words of ["I want to book it", "Please call me", "I had it done already"]) {
      expect(text).toContain(words);
    }
    expect(page.kept()?.tries).toBe(0);
    expect(await page.said()).toEqual([]);
  });

  it("is read as people write it, with zeros and spaces", async () => {
    const page = await answerPage();
    const { statusCode } = await page.prove({
      ...{ "born-month": " 03", "born-day": "27 ", "born-year": "1958" },
    });
    expect(statusCode).toBe(200);
  });

  it.each([
    ["left empty", { "born-month": "", "born-day": "", "born-year": "" }],
    ["no day there is", { "born-month": "2", "born-day": "30", "born-year": "1958" }],
    ["a short year", { "born-month": "3", "born-day": "27", "born-year": "58" }],
    ["words", { "born-month": "March", "born-day": "27", "born-year": "1958" }],
  ])("%s is no try: it is asked again", async (_, fields) => {
    const page = await answerPage();
    for (let time = 0; time < 7; time += 1) {
      const { statusCode, body } = await page.prove(fields);
      expect(statusCode).toBe(422);
      expect(textIn(body)).toContain("Please write the date in numbers");
    }
    expect((await page.prove()).statusCode).toBe(200);
  });

  it("may be wrong 4 times; the fifth closes the page for good, and says whom to call", async () => {
    const page = await answerPage();
    for (const left of [4, 3, 2, 1]) {
      const { statusCode, body, proof } = await page.prove(wrongDate);
      expect([statusCode, proof]).toEqual([403, ""]);
      expect(textIn(body)).toContain(left === 1 ? "one more time" : `${left} more times`);
    }
    for (const fields of [wrongDate, rightDate, wrongDate]) {
      const { statusCode, body, proof } = await page.prove(fields);
      expect([statusCode, proof]).toEqual([403, ""]);
      expect(textIn(body)).toContain("This page is closed");
      expect(textIn(body)).toContain("call us at 800-555-0100");
    }
    expect(textIn((await page.get()).body)).toContain("This page is closed");
  });

  it("of tries made at once, 5 are looked at and no more", async () => {
    const page = await answerPage();
    const days = Array.from({ length: 60 }, (_, index) => ({
      ...{ "born-month": "3", "born-day": String(1 + (index % 26)), "born-year": "1958" },
    }));
    // All of them come before any is answered, and the right one is the last of them.
    const answers = await Promise.all([...days, rightDate].map((fields) => page.prove(fields)));
    expect(answers.every(({ proof }) => proof === "")).toBe(true);
    expect(page.kept() && (await page.pages.at(page.kept()!.id))?.tries).toBe(5);
    expect((await page.prove()).proof).toBe("");
  });

  it("that is right is none of the five, however often it is given", async () => {
    const page = await answerPage();
    for (let time = 0; time < 12; time += 1) expect((await page.prove()).statusCode).toBe(200);
  });

  it("once shown, holds for 20 minutes on this page and on no other", async () => {
    const [page, other] = [await answerPage(), await answerPage()];
    const { proof } = await page.prove();
    const answer = { do: "call", proof };
    expect((await other.post(answer)).statusCode).toBe(422);
    expect(await other.said()).toEqual([]);
    page.clock.moveTo(monday + 20 * 60_000 - 1);
    expect((await page.post(answer)).statusCode).toBe(200);
    expect(await page.said()).toHaveLength(1);
    page.clock.moveTo(monday + 20 * 60_000);
    const late = await page.post(answer);
    expect(late.statusCode).toBe(422);
    expect(textIn(late.body)).toContain("give the birth date again");
    expect(await page.said()).toEqual([]);
  });

  it("shown before a page was closed opens nothing after it", async () => {
    const page = await answerPage();
    const { proof } = await page.prove();
    for (let time = 0; time < 5; time += 1) await page.prove(wrongDate);
    expect((await page.post({ do: "answer", answer: "wants-call", proof })).statusCode).toBe(403);
    expect(await page.said()).toEqual([]);
  });

  it("that nobody knows opens nothing, whatever is given", async () => {
    const page = await answerPage({}, { birthDate: "none" });
    const { statusCode, body } = await page.prove();
    expect(statusCode).toBe(403);
    expect(textIn(body)).toContain("We have no birth date on file");
  });
});

describe("what is answered on it", () => {
  const word = (kind: string, page: { kept: () => { readonly id: string } | undefined }) => ({
    ...{ schema: "page.v1", page: page.kept()?.id, word: kind },
  });

  it("is on the page and on its queue before it is said to be done", async () => {
    const page = await answerPage();
    const { statusCode, body } = await page.say({ do: "answer", answer: "wants-call" });
    expect(statusCode).toBe(200);
    expect(textIn(body)).toContain("Thank you. We have it.");
    expect(textIn(body)).toContain("You told us: Please call me");
    expect(page.kept()?.said).toEqual({ answer: { is: "answer", answer: "wants-call" } });
    expect(await page.said()).toEqual([word("answer", page)]);
  });

  it("pressed twice is one answer, told twice", async () => {
    const page = await answerPage();
    const { proof } = await page.prove();
    const answer = { do: "answer", answer: "already-done", proof };
    const both = await Promise.all([page.post(answer), page.post(answer)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await page.said()).toEqual([word("answer", page), word("answer", page)]);
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "already-done" });
  });

  it("stands: another answer on the same page changes nothing, and says which one we have", async () => {
    const page = await answerPage();
    await page.say({ do: "answer", answer: "already-done" });
    const { statusCode, body } = await page.say({ do: "answer", answer: "wants-call" });
    expect(statusCode).toBe(409);
    expect(textIn(body)).toContain("You told us something else here before");
    expect(textIn(body)).toContain("You told us: I had it done already");
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "already-done" });
  });

  it("may be dated where it is done", async () => {
    const date = {
      "already-done-month": "11",
      "already-done-day": "5",
      "already-done-year": "2026",
    };
    const page = await answerPage();
    const { statusCode, body } = await page.say({ do: "answer", answer: "already-done", ...date });
    expect(statusCode).toBe(200);
    expect(textIn(body)).toContain("You told us: I had it done already: November 5, 2026");
    const value = { is: "date", day: dayFrom(2026, 11, 5) };
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "already-done", value });
  });

  it.each([
    ["tomorrow", "12", "1", "2026"],
    ["more than five years ago", "11", "29", "2021"],
  ])("cannot have been done %s", async (_, month, ofMonth, year) => {
    const page = await answerPage();
    const { statusCode, body } = await page.say({
      ...{ do: "answer", answer: "already-done", "already-done-month": month },
      ...{ "already-done-day": ofMonth, "already-done-year": year },
    });
    expect(statusCode).toBe(422);
    expect(textIn(body)).toContain("Please choose a date that fits");
    expect(await page.said()).toEqual([]);
  });

  it("is on the patient's own day: what is today for them was done today", async () => {
    // Midnight has passed in Greenwich and not in New York.
    const evening = monday + 10 * 3_600_000;
    const date = {
      "already-done-month": "12",
      "already-done-day": "1",
      "already-done-year": "2026",
    };
    const page = await answerPage();
    page.clock.moveTo(evening);
    expect((await page.say({ do: "answer", answer: "already-done", ...date })).statusCode).toBe(
      422,
    );
    const tokyo = await answerPage({ asks: pageAsks({ offsetMinutes: 540 }) });
    tokyo.clock.moveTo(evening);
    expect((await tokyo.say({ do: "answer", answer: "already-done", ...date })).statusCode).toBe(
      200,
    );
  });

  it("is only what the step offers", async () => {
    const page = await answerPage();
    for (const answer of ["refilled", "", "end", "__proto__", "silence", "opt-out"]) {
      const { statusCode, body } = await page.say({ do: "answer", answer });
      expect(statusCode).toBe(422);
      expect(textIn(body)).toContain("Please choose one");
    }
    expect(await page.said()).toEqual([]);
    expect(page.kept()?.said).toEqual({});
  });

  it("is a day within its bounds where the step takes one", async () => {
    const chosenDay = {
      ...{ name: "chosen", words: someDay },
      day: { back: 2, ahead: 14, isNeeded: true },
    };
    const page = await answerPage({
      asks: pageAsks({ choices: [...choices("wants-call"), chosenDay] }),
    });
    const { body } = await page.prove();
    expect(textIn(body)).toContain("From November 28, 2026 to December 14, 2026");
    const choose = (month: number, ofMonth: number) =>
      page.say({
        ...{ do: "answer", answer: "chosen", "chosen-month": String(month) },
        ...{ "chosen-day": String(ofMonth), "chosen-year": "2026" },
      });
    expect((await choose(11, 27)).statusCode).toBe(422);
    expect((await choose(12, 15)).statusCode).toBe(422);
    const blank = await page.say({ do: "answer", answer: "chosen" });
    expect(blank.statusCode).toBe(422);
    const checked = elementsIn(blank.body, "input").filter(({ type }) => type === "radio");
    expect(checked.map(({ value }) => value)).toContain("chosen");
    expect(blank.body).toContain('value="chosen" checked>');
    const chosen = await choose(12, 14);
    expect(textIn(chosen.body)).toContain("You told us: I choose this day: December 14, 2026");
    const value = { is: "date", day: dayFrom(2026, 12, 14) };
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "chosen", value });
  });

  it("is a number within its bounds where the step takes one", async () => {
    const number = { from: 20, through: 600, unit: "mg/dL" };
    const sugar = { name: "sugar", words: someNumber, number };
    const page = await answerPage({ asks: pageAsks({ choices: [sugar] }) });
    const give = (number: string) => page.say({ do: "answer", answer: "sugar", number });
    for (const wrong of ["", "high", "19", "601", "1e2", "120/80", "-120"]) {
      expect((await give(wrong)).statusCode).toBe(422);
    }
    const { body } = await give(" 120,5 ");
    expect(textIn(body)).toContain("You told us: My number is: 120.5 mg/dL");
    const value = { is: "number", number: 120.5, unit: "mg/dL" };
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "sugar", value });
  });
});

describe("what else can be said on it", () => {
  it("is the wish for a call, where the step has no answer for it", async () => {
    const page = await answerPage({
      asks: pageAsks({ choices: choices("already-done"), offersCall: true }),
    });
    expect(elementsIn((await page.prove()).body, "form")).toHaveLength(5);
    const { body } = await page.say({ do: "call" });
    expect(textIn(body)).toContain("You told us: Please call me");
    expect(page.kept()?.said.call).toEqual({ is: "call" });
    const offered = await (await answerPage()).prove();
    expect(elementsIn(offered.body, "form")).toHaveLength(4);
  });

  it("is another language, which the page speaks at once", async () => {
    const page = await answerPage();
    const { statusCode, body } = await page.say({ do: "language", language: "es" });
    expect(statusCode).toBe(200);
    expect(elementsIn(body, "html")).toEqual([{ lang: "es" }]);
    expect(textIn(body)).toContain("Usted nos dijo: Español");
    expect(textIn((await page.get()).body)).toContain("Un mensaje de");
    const other = await answerPage();
    expect((await other.say({ do: "language", language: "xx" })).statusCode).toBe(422);
  });

  it("is another channel, of those by which the patient can be reached", async () => {
    const page = await answerPage({ asks: pageAsks({ channels: ["sms", "email"] }) });
    expect((await page.say({ do: "channel", channel: "voice" })).statusCode).toBe(422);
    await page.say({ do: "channel", channel: "email" });
    expect(page.kept()?.said.channel).toEqual({ is: "channel", channel: "email" });
    const alone = await (await answerPage({ asks: pageAsks({ channels: ["sms"] }) })).prove();
    expect(textIn(alone.body)).not.toContain("How do you want our messages?");
  });

  it("is STOP, without a birth date, from a closed page too", async () => {
    const page = await answerPage();
    for (let time = 0; time < 5; time += 1) await page.prove(wrongDate);
    const { statusCode, body } = await page.post({ do: "stop" });
    expect(statusCode).toBe(200);
    expect(textIn(body)).toContain("Your messages are stopped");
    const { touch } = page.kept()!.link;
    expect(await page.stopped()).toEqual([{ schema: "unsubscribe.v1", touch, via: "sms" }]);
    const byMail = await answerPage({ channel: "email" });
    await byMail.post({ do: "stop" });
    expect(await byMail.stopped()).toEqual([{ schema: "unsubscribe.v1", touch }]);
  });

  it("is nothing of a campaign whose kind of care may not be named", async () => {
    const { about: _, ...asks } = pageAsks();
    const { body } = await (await answerPage({ asks })).prove();
    expect(textIn(body)).not.toContain("Our message was about");
  });
});

describe("when something is down", () => {
  it.each([
    ["the table", { pages: true }],
    ["the queue", { queue: true }],
  ] as const)("%s: nothing is said to be done", async (_, broken) => {
    const page = await answerPage({}, { broken });
    const stopped = await page.post({ do: "stop" });
    expect([stopped.statusCode, stopped.headers["retry-after"]]).toEqual([503, "60"]);
    const answered = await page.say({ do: "answer", answer: "wants-call" });
    expect(answered.statusCode).toBe(503);
    expect(textIn(answered.body)).not.toContain("We have it");
  });

  it("what was noted and not told is told by the next press, whatever that says", async () => {
    const page = await answerPage({}, { broken: { queue: true } });
    await page.say({ do: "answer", answer: "wants-call" });
    const mended = await answerPage();
    await mended.pages.say(mended.kept()!.id, { is: "answer", answer: "wants-call" });
    expect((await mended.say({ do: "answer", answer: "already-done" })).statusCode).toBe(409);
    expect(await mended.said()).toMatchObject([{ word: "answer" }]);
    expect(page.kept()?.said.answer).toEqual({ is: "answer", answer: "wants-call" });
  });

  it("the clinic's name is left out, and the rest is there", async () => {
    const page = await answerPage({}, { broken: { clinic: true } });
    expect(textIn((await page.get()).body)).toContain("A message from your clinic");
    expect((await page.say({ do: "answer", answer: "wants-call" })).statusCode).toBe(200);
  });
});

describe("what is no page", () => {
  it("looks alike, whether it never was, is misspelled, of another purpose or too old", async () => {
    const page = await answerPage();
    const unknown = await page.get("GET", randomTokens.next());
    const malformed = await page.post({ do: "stop" }, "../../settings");
    const stopping = await page.handler(pageRequest({ page: "u", token: page.token }));
    const posted = await page.handler(
      pageRequest({ page: "u", method: "POST", token: page.token }),
    );
    page.clock.moveTo(monday + 30 * day);
    const old = [await page.get(), await page.post({ do: "stop" }), await page.prove()];
    expect([unknown, malformed, stopping, posted].map(({ statusCode }) => statusCode)).toEqual([
      404, 404, 404, 404,
    ]);
    expect(old.map(({ statusCode }) => statusCode)).toEqual([410, 410, 410]);
    for (const { body } of [malformed, stopping, posted, ...old]) expect(body).toBe(unknown.body);
    expect(textIn(unknown.body)).not.toContain("Oak");
    expect(await page.stopped()).toEqual([]);
    expect(await page.said()).toEqual([]);
  });

  it("works to the last moment of its 30 days", async () => {
    const page = await answerPage();
    page.clock.moveTo(monday + 30 * day - 1);
    expect((await page.say({ do: "answer", answer: "wants-call" })).statusCode).toBe(200);
  });
});
