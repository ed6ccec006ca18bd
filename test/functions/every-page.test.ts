import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someDay, someNumber } from "#domain/page/answer-words";
import {
  answerPage,
  choices,
  type Fields,
  pageAsks,
  rightDate,
  wrongDate,
} from "../support/a-page.ts";
import { pageRequest } from "../support/a-page-request.ts";
import { contrast, elementsIn, textIn } from "../support/html.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 3_000);

const everything = [
  ...choices("wants-booking", "wants-call", "already-done"),
  { name: "chosen", words: someDay, day: { back: 0, ahead: 21, isNeeded: true } },
  { name: "sugar", words: someNumber, number: { from: 20, through: 600, unit: "mg/dL" } },
];

/** Every page that the answer to a message can lead to, in this language or in both. */
async function everyPage(language: string | undefined) {
  const own = language === undefined ? { language: "vi" } : { language };
  const [page, closed, nobody, broken] = [
    await answerPage({ ...own, asks: pageAsks({ choices: everything }) }),
    await answerPage(own),
    await answerPage(own, { birthDate: "none" }),
    await answerPage(own, { broken: { queue: true } }),
  ];
  const answers = {
    ask: await page.get(),
    "no day": await page.prove({}),
    wrong: await page.prove(wrongDate),
    open: await page.prove(),
    "nothing chosen": await page.say({ do: "answer" }),
    "no such day": await page.say({ do: "answer", answer: "chosen" }),
    "no such number": await page.say({ do: "answer", answer: "sugar" }),
    noted: await page.say({ do: "answer", answer: "wants-call" }),
    stands: await page.say({ do: "answer", answer: "wants-booking" }),
    channel: await page.say({ do: "channel", channel: "voice" }),
    "timed out": await page.post({ do: "call", proof: "no" }),
    stopped: await page.post({ do: "stop" }),
    "no birth date": await nobody.prove(),
    "not saved": await broken.post({ do: "stop" }),
    unknown: await page.get("GET", "no"),
  };
  for (let time = 0; time < 5; time += 1) await closed.prove(wrongDate);
  return { ...answers, closed: await closed.get() };
}

describe.each(["en", "es", undefined])("every page, in %s", (language) => {
  it("is kept nowhere, runs nothing, loads nothing, is framed by nobody, and is below 15 kB", async () => {
    for (const [name, { headers, body }] of Object.entries(await everyPage(language))) {
      const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? "";
      const digest = createHash("sha256").update(style).digest("base64");
      expect(headers, name).toMatchObject({
        "cache-control": "no-store",
        "content-security-policy": `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=63072000",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
      });
      expect(Object.keys(headers)).not.toContain("set-cookie");
      for (const tag of ["script", "img", "link", "iframe", "a"]) {
        expect(elementsIn(body, tag), name).toEqual([]);
      }
      expect(body).not.toMatch(/<[^>]*\s(on\w+|style)=|https?:/);
      expect(Buffer.byteLength(body), name).toBeLessThan(15_000);
    }
  });

  it("can be read aloud: its language, a title, one heading, and a name for whatever is filled in", async () => {
    for (const [name, { body }] of Object.entries(await everyPage(language))) {
      const shown = elementsIn(body, "section").map(({ lang }) => lang);
      const isOurs = ["unknown", "not saved"].includes(name);
      if (language !== undefined && !isOurs) expect(shown, name).toEqual([language]);
      else expect(shown, name).toEqual(["en", "es"]);
      expect(elementsIn(body, "html")[0]?.["lang"]).toBe(shown[0]);
      expect(elementsIn(body, "h1"), name).toHaveLength(shown.length);
      expect(/<title>([^<]{5,})<\/title>/.exec(body), name).not.toBeNull();
      const labels = new Set(elementsIn(body, "label").map((label) => label["for"]));
      const inputs = elementsIn(body, "input").filter(({ type }) => type !== "hidden");
      for (const { id = "" } of inputs) expect(labels, name).toContain(id);
      expect(labels.size, name).toBe(inputs.length);
      const legends = elementsIn(body, "legend").length;
      expect(elementsIn(body, "fieldset"), name).toHaveLength(legends);
      const described = elementsIn(body, "fieldset").flatMap(
        (set) => set["aria-describedby"] ?? [],
      );
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      for (const id of described) expect(ids).toContain(id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it("says what was wrong in its title, which is what is read first", async () => {
    const pages = await everyPage(language);
    for (const name of ["no day", "wrong", "nothing chosen", "noted", "stands"] as const) {
      const { body } = pages[name];
      const [, alert = "-"] = /<p class="alert" role="alert">([^<]+)</.exec(body) ?? [];
      const [, title] = /<title>([^<]+)</.exec(body) ?? [];
      expect(title?.startsWith(alert), name).toBe(true);
    }
  });
});

describe("every page", () => {
  it("has nothing in it of the other language", async () => {
    const english = Object.entries(await everyPage("en"));
    const spanish = Object.entries(await everyPage("es"));
    for (const [name, { body }] of spanish) {
      if (["unknown", "not saved"].includes(name)) continue;
      // What somebody is called stays as it is, and so does the name of a language.
      const words = textIn(body).replace(/Oak .*?<\/script>|English/g, "");
      expect(words, name).not.toMatch(/\b(the|you|your|please|call us|message)\b/i);
    }
    for (const [name, { body }] of english) {
      if (["unknown", "not saved"].includes(name)) continue;
      expect(textIn(body).replace("Español", ""), name).not.toMatch(/[áéíóúñ¿]/);
    }
  });

  it("is dark enough on its ground to be read by old eyes, and what has the focus is seen", async () => {
    const { body } = await (await answerPage()).get();
    const color = (rule: string, property: string) =>
      new RegExp(`${rule}\\{[^}]*\\b${property}:[^;}]*?(#[0-9a-f]+)`).exec(body)?.[1] ?? "";
    const ground = color("html", "background");
    for (const rule of ["html", "\\.hint", "button\\.aside"]) {
      expect(contrast(color(rule, "color"), ground)).toBeGreaterThan(7);
    }
    expect(contrast(color("button", "color"), color("button", "background"))).toBeGreaterThan(7);
    for (const [rule, property] of [
      ["\\.part input", "border"],
      ["input:focus-visible,button:focus-visible", "outline"],
    ] as const) {
      expect(contrast(color(rule, property), ground)).toBeGreaterThan(3);
    }
  });

  it("writes what is called like a script as what it is called", async () => {
    const page = await answerPage();
    for (const { body } of Object.values(await everyPage("en"))) {
      expect(body).not.toContain("<script");
    }
    const { body } = await page.say({ do: "answer", answer: '"><script>alert(1)</script>' });
    expect(body).not.toContain("alert(1)<");
    expect(textIn(body)).toContain("<script>alert(1)</script>");
  });

  it("leaves nothing of the token, the patient, the birth date or an answer in the log", async () => {
    const page = await answerPage();
    await page.prove(wrongDate);
    await page.say({ do: "answer", answer: "already-done" });
    const text = page.lines.join("\n");
    expect(text).toContain("request-1");
    const proof = (await page.prove()).proof;
    for (const secret of [page.token, proof, "p-1", "1958", "already-done", "screening/check"]) {
      expect(text).not.toContain(secret);
    }
  });
});

/** What a page takes no notice of, or takes for a mistake: never for an answer, and it never breaks. */
describe("whatever somebody sends", () => {
  const letters = "ABCXYZabcxyz0189-_=/+.% \u00e9\u0000";
  const replaced = (text: string, at: number, letter: string) =>
    text.slice(0, at) + letter + text.slice(at + 1);
  const changed = (text: string) =>
    fc.oneof(
      fc
        .tuple(fc.nat(text.length - 1), fc.constantFrom(...letters))
        .map(([at, letter]) => replaced(text, at, letter)),
      fc.nat(text.length - 1).map((at) => text.slice(0, at)),
      fc.constantFrom(...letters).map((letter) => text + letter),
      fc.string({ maxLength: 60 }),
    );
  const names = [
    "do",
    "proof",
    "answer",
    "language",
    "channel",
    "number",
    "born-year",
    "answer-day",
  ];
  const anyFields = (proof: string) =>
    fc.dictionary(
      fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
      fc.oneof(
        fc.constantFrom("answer", "call", "language", "birth-date", "wants-call", "es", "sms"),
        changed(proof),
        fc.string({ unit: "binary", maxLength: 40 }),
      ),
      { maxKeys: 6 },
    ) as fc.Arbitrary<Fields>;

  it("no change of a token opens a page", async () => {
    const page = await answerPage();
    const before = page.kept();
    await fc.assert(
      fc.asyncProperty(changed(page.token), fc.boolean(), async (token, posts) => {
        fc.pre(token !== page.token);
        const fields = { do: "birth-date", ...rightDate };
        const answer = await (posts ? page.post(fields, token) : page.get("GET", token));
        expect(answer.statusCode).toBe(404);
      }),
      { numRuns },
    );
    expect(page.kept()).toEqual(before);
  }, 240_000);

  it("no form without a proof of its own page says anything", async () => {
    const [page, other] = [await answerPage(), await answerPage()];
    const proof = (await other.prove()).proof;
    const own = (await page.prove()).proof;
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(anyFields(proof), fc.boolean(), async (fields, isBase64Encoded) => {
        fc.pre(fields["proof"] !== own && fields["do"] !== "stop");
        const plain = new URLSearchParams(fields).toString();
        const body = isBase64Encoded ? Buffer.from(plain).toString("base64") : plain;
        const { token } = page;
        const request = pageRequest({ page: "a", method: "POST", token, body, isBase64Encoded });
        const { statusCode } = await page.handler(request);
        statuses.add(statusCode);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns },
    );
    expect(statuses.has(422)).toBe(true);
    expect(page.kept()?.said).toEqual({});
    expect(await page.said()).toEqual([]);
    expect(await page.stopped()).toEqual([]);
  }, 240_000);

  it("no body that is no form breaks it, nor is it taken for anything", async () => {
    const page = await answerPage();
    const bodies = fc.oneof(
      fc.anything(),
      fc.string({ maxLength: 200 }),
      fc.constant("x".repeat(9_000)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.anything(), async (body, isBase64Encoded) => {
        const request = { ...pageRequest({ page: "a", method: "POST", token: page.token }) };
        const { statusCode } = await page.handler({ ...request, body, isBase64Encoded });
        expect(statusCode).toBe(200);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
    expect(page.kept()?.said).toEqual({});
    expect(await page.stopped()).toEqual([]);
  }, 240_000);
});
