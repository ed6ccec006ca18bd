import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryPageStore } from "#adapters/memory/page-store";
import { createMemoryEmailSender } from "#adapters/memory/provider";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { pageProofs } from "#adapters/page-proofs";
import { randomTokens } from "#adapters/random-tokens";
import type { PageMessage } from "#contracts/page-message";
import type { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { dayFrom } from "#domain/calendar";
import { canonicalJson } from "#domain/canonical-json";
import { createAnswerPage } from "#usecases/answer-page";
import { createContactPatient, deliverByEmail, deliverBySms } from "#usecases/contact-patient";
import { createHearPage } from "#usecases/hear-page";
import { createKick } from "#usecases/kick";
import { createMakePage } from "#usecases/make-page";
import { TryAgain } from "../../shared/errors.ts";
import { campaign } from "../support/a-campaign.ts";
import { clinic, oak, profile } from "../support/a-clinic.ts";
import { born, type Fields, rightDate } from "../support/a-page.ts";
import { monday } from "../support/a-record.ts";

const address = "https://care.oak.example/a/{token}";
const touch = "oak/p1/screening/check/2026-11-01/invite/1";
const hour = 3_600_000;
const day = 24 * hour;

const leading = {
  sms: "{clinic}: time for a check. Reply 1 to book. {page} {phone}. Reply STOP to opt out.",
  email: { subject: "A check is due", text: "Reply 1 to book, or here: {page} {unsubscribe}" },
  voice: "Press 1 to book.",
};
const withPages = campaign({ messages: { en: { invite: leading }, es: { invite: leading } } });

/** A clinic whose texts lead to a page, and a patient who is due one. */
async function leadingToPages({ person = profile({ birthDate: born }), of = withPages } = {}) {
  const it = await clinic({ campaigns: [of] });
  await it.admit(person);
  await it.enrollDirectly();
  const pages = createMemoryPageStore();
  const said = createMemoryWorkQueue<PageMessage>();
  const stops = createMemoryWorkQueue<UnsubscribeMessage>();
  const makePage = createMakePage({ pages, tokens: randomTokens, clock: it.clock, address });
  const contact = { ...it, deliver: deliverBySms(it.carrier) };
  const kick = createKick({ queues: it.queues, clock: it.clock });
  const page = createAnswerPage({
    pages,
    birthDates: {
      birthDate: async (organization, patient) =>
        (await it.profiles.load(organization, patient))?.birthDate,
    },
    clinics: { clinic: async () => ({ name: oak.name, phone: oak.phone }) },
    ...{ proofs: pageProofs, said, stops, tokens: randomTokens, clock: it.clock },
  });
  return {
    ...it,
    ...{ pages, said, stops, makePage, contact },
    hear: createHearPage({ ...it, pages, kick }),
    send: () =>
      createContactPatient({ ...contact, makePage })({
        ...{ organization: "oak", patient: "p1", channel: "sms" },
      }),
    token: () => /\/a\/([\w-]{22})/.exec(it.carrier.received.at(-1)?.text ?? "")?.[1] ?? "",
    /** Opens the page by the birth date and presses one button. */
    async press(token: string, fields: Fields) {
      const opened = await page.act(
        token,
        new Map(Object.entries({ do: "birth-date", ...rightDate })),
      );
      if (opened.is !== "shown" || opened.view.is !== "open") throw new Error("not opened");
      const { proof } = opened.view;
      return page.act(token, new Map(Object.entries({ proof, ...fields })));
    },
    record: () => it.records.load("oak", "p1"),
    events: (type: string) => it.rows.flatMap(({ event }) => (event.type === type ? [event] : [])),
  };
}

/** The same, an hour after the text went out. */
async function asked(options: Parameters<typeof leadingToPages>[0] = {}) {
  const it = await leadingToPages(options);
  expect(await it.send()).toBe("accepted");
  it.clock.moveTo(monday + hour);
  return it;
}

describe("a message that leads to a page", () => {
  it("carries an address of its own, kept before it goes, with what the step asks", async () => {
    const it = await leadingToPages();
    const blind = createContactPatient({
      ...it.contact,
      deliver: async (delivery) => {
        expect(it.pages.pages.size).toBe(1);
        return it.contact.deliver(delivery);
      },
      makePage: it.makePage,
    });
    await blind({ organization: "oak", patient: "p1", channel: "sms" });
    const token = it.token();
    expect(it.carrier.received[0]?.text).toBe(
      `Oak Clinic: time for a check. Reply 1 to book. https://care.oak.example/a/${token} 800-555-0100. Reply STOP to opt out.`,
    );
    const { link } = (await it.pages.open(token))!;
    expect(link).toMatchObject({
      ...{ purpose: "answer", organization: "oak", patient: "p1", touch, channel: "sms" },
      ...{ language: "en", expiresAt: monday + 30 * day },
      asks: {
        choices: [{ name: "wants-booking" }, { name: "already-done", day: { ahead: 0 } }],
        about: { en: "a health screening", es: "un chequeo de salud" },
        offersCall: true,
        ...{ channels: ["sms", "voice"], offsetMinutes: -300 },
      },
    });
    expect(link.key).not.toBe(token);
  });

  it("is a mail as well, and then what is said there counts as said by mail", async () => {
    const points = [{ id: "mail", kind: "email", address: "maria@home.example" }] as const;
    const it = await leadingToPages({ person: profile({ points, isLanguageKnown: false }) });
    const mail = createMemoryEmailSender();
    const send = createContactPatient({
      ...{ ...it.contact, deliver: deliverByEmail(mail), makePage: it.makePage },
    });
    expect(await send({ organization: "oak", patient: "p1", channel: "email" })).toBe("accepted");
    expect(mail.received[0]?.text).toMatch(/here: https:\/\/care\.oak\.example\/a\/[\w-]{22} /);
    const [page] = it.pages.pages.values();
    expect(page?.link).toMatchObject({ channel: "email" });
    expect(page?.link).not.toHaveProperty("language");
  });

  it("that cannot be kept is let go, and goes with its page later", async () => {
    const it = await leadingToPages();
    const blind = createContactPatient({
      ...it.contact,
      makePage: () => Promise.reject(new TryAgain("dynamodb/down")),
    });
    expect(await blind({ organization: "oak", patient: "p1", channel: "sms" })).toBe("released");
    expect(it.carrier.received).toEqual([]);
    it.clock.moveTo(monday + hour);
    expect(await it.send()).toBe("accepted");
  });

  it("is not sent by whoever knows no address for it, and nothing is made for one that leads nowhere", async () => {
    const it = await leadingToPages();
    const without = createContactPatient(it.contact);
    expect(await without({ organization: "oak", patient: "p1", channel: "sms" })).toBe("refused");
    expect(it.carrier.received).toEqual([]);
    const plain = await leadingToPages({ of: campaign() });
    expect(await plain.send()).toBe("accepted");
    expect(plain.pages.pages.size).toBe(0);
  });
});

describe("what is said on a page", () => {
  it("answers the question, and the campaign goes on as after a text", async () => {
    const it = await asked();
    await it.press(it.token(), { do: "answer", answer: "wants-booking" });
    for (const message of it.said.take(9)) await it.hear(message);
    expect((await it.record())?.tasks).toMatchObject([{ reason: "schedule-visit" }]);
    expect(it.events("answered")).toMatchObject([
      { step: "invite", answer: "wants-booking", channel: "sms" },
    ]);
    expect(it.events("touch-receipted")).toMatchObject([{ receipt: { is: "delivered" } }]);
    expect(await it.replies.of("oak", "p1")).toMatchObject([{ text: "I want to book it" }]);
  });

  it("is told twice and heard once, also where it was pressed twice", async () => {
    const it = await asked();
    for (let time = 0; time < 3; time += 1) {
      await it.press(it.token(), { do: "answer", answer: "wants-booking" });
    }
    const messages = it.said.take(9);
    expect(messages).toHaveLength(3);
    for (const message of [...messages, ...messages]) await it.hear(message);
    expect(it.events("answered")).toHaveLength(1);
    expect(it.events("reply-received")).toHaveLength(1);
    expect(it.events("escalated")).toHaveLength(1);
  });

  it("is kept with the day on which it was done", async () => {
    const it = await asked();
    await it.press(it.token(), {
      ...{ do: "answer", answer: "already-done", "already-done-month": "11" },
      ...{ "already-done-day": "5", "already-done-year": "2026" },
    });
    for (const message of it.said.take(9)) await it.hear(message);
    expect(it.events("answered")).toMatchObject([
      { answer: "already-done", value: { is: "date", day: dayFrom(2026, 11, 5) } },
    ]);
    expect(await it.replies.of("oak", "p1")).toMatchObject([
      { text: "I had it done already: November 5, 2026" },
    ]);
  });

  it("is read by a person where its question is no longer open: nothing vanishes", async () => {
    const it = await asked();
    await it.act("oak", "p1", () => [
      {
        ...{ type: "change-eligibility", at: monday + hour, campaign: "screening/check" },
        standing: { is: "goal-met" },
      },
    ]);
    await it.press(it.token(), { do: "answer", answer: "wants-booking" });
    for (const message of it.said.take(9)) await it.hear(message);
    expect(it.events("answered")).toEqual([]);
    expect(it.events("escalated")).toMatchObject([{ task: { reason: "read-reply" } }]);
  });

  it("that somebody shall call becomes one task for an agent", async () => {
    const it = await asked();
    await it.press(it.token(), { do: "call" });
    const [message] = it.said.take(9);
    for (let time = 0; time < 3; time += 1) await it.hear(message!);
    expect((await it.record())?.tasks).toMatchObject([{ reason: "reply-T4", queue: "service" }]);
  });

  it("that is another language or channel holds from the next message on", async () => {
    const it = await asked();
    await it.press(it.token(), { do: "language", language: "es" });
    await it.press(it.token(), { do: "channel", channel: "voice" });
    for (const message of it.said.take(9).toReversed()) await it.hear(message);
    expect((await it.record())?.preferences).toEqual({ language: "es", only: ["voice"] });
    const [changed] = it.events("preferences-changed");
    expect(changed).toMatchObject({ evidence: { by: "patient" } });
  });

  it("of a choice that staff have changed since, a late repeat changes nothing", async () => {
    const it = await asked();
    await it.press(it.token(), { do: "channel", channel: "voice" });
    const [message] = it.said.take(9);
    await it.hear(message!);
    const at = monday + 2 * hour;
    await it.act("oak", "p1", () => [{ type: "change-preferences", at, preferences: {} }]);
    await it.hear(message!);
    expect((await it.record())?.preferences).toEqual({});
  });

  it("and was never said, or stands nowhere any more, is somebody's to look at", async () => {
    const it = await asked();
    const id = (await it.pages.open(it.token()))!.id;
    for (const page of [id, "0".repeat(64)]) {
      await expect(it.hear({ schema: "page.v1", page, word: "call" })).rejects.toMatchObject({
        code: "page/nothing-said",
      });
    }
  });

  it("comes to the same in any order and any number of times", async () => {
    const kinds = ["answer", "call", "language", "channel"] as const;
    const orders = fc.array(fc.constantFrom(...kinds), { minLength: 0, maxLength: 8 });
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(orders, async (repeats) => {
        const it = await asked();
        await it.press(it.token(), { do: "answer", answer: "already-done" });
        await it.press(it.token(), { do: "call" });
        await it.press(it.token(), { do: "language", language: "es" });
        await it.press(it.token(), { do: "channel", channel: "sms" });
        const id = (await it.pages.open(it.token()))!.id;
        for (const word of [...repeats, ...kinds])
          await it.hear({ schema: "page.v1", page: id, word });
        const record = (await it.record())!;
        const { preferences, enrollments, past } = record;
        const tasks = record.tasks.map(({ reason }) => reason);
        ends.add(canonicalJson({ preferences, enrollments, past, tasks: tasks.toSorted() }));
      }),
      { numRuns: 60 },
    );
    expect([...ends]).toEqual([expect.any(String)]);
  });
});
