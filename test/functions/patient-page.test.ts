import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryLinkStore } from "#adapters/memory/link-store";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { randomTokens } from "#adapters/random-tokens";
import type { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { linkLifeMs } from "#domain/limits";
import type { PageClinic } from "#domain/message/stop-words";
import { createMakeLink } from "#usecases/make-link";
import { createOpenLink } from "#usecases/open-link";
import { createUnsubscribe } from "#usecases/unsubscribe";
import { createHandler } from "../../functions/patient-page/handler.ts";
import { TryAgain } from "../../shared/errors.ts";
import { oak } from "../support/a-clinic.ts";
import { pageRequest } from "../support/a-page-request.ts";
import { monday } from "../support/a-record.ts";
import { contrast, elementsIn, textIn } from "../support/html.ts";
import { rim } from "../support/lambda.ts";

const touch = "oak/p-1/screening/check/2026-11-01/invite/1";
const oneClick = {
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "List-Unsubscribe=One-Click",
};
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 10_000);

interface Broken {
  readonly links?: boolean;
  readonly queue?: boolean;
  readonly clinic?: boolean;
}

/** The page with a mail's link of each language, and with what is broken. */
async function open(language: string | undefined = "en", broken: Broken = {}) {
  const fails = () => Promise.reject(new TryAgain("dynamodb/status-500"));
  const clock = createManualClock(monday);
  const store = createMemoryLinkStore();
  const queue = createMemoryWorkQueue<UnsubscribeMessage>();
  const makeLink = createMakeLink({ links: store, tokens: randomTokens, clock });
  const about = { organization: "oak", patient: "p-1", touch };
  const token = await makeLink({ ...about, ...(language === undefined ? {} : { language }) });
  const clinic: PageClinic = { name: 'Oak & "Elm" <Clinic>', phone: oak.phone };
  const openLink = createOpenLink({
    links: broken.links ? { find: fails } : store,
    clinics: { clinic: broken.clinic ? fails : async () => clinic },
    clock,
  });
  const stops = broken.queue ? { send: fails } : queue;
  const edge = rim();
  const unsubscribe = createUnsubscribe({ openLink, stops });
  const none = async () => ({ is: "unknown" }) as const;
  const answerPage = { look: none, act: none };
  const handler = createHandler(edge.log, { openLink, unsubscribe, answerPage });
  const ask = (method: string, with_: Parameters<typeof pageRequest>[0] = {}) =>
    handler(pageRequest({ method, token, ...with_ }));
  const all = async () => queue.take(100);
  return { handler, ask, token, store, stopped: all, clock, lines: edge.lines };
}

describe("opening the link of a mail", () => {
  it("shows whose messages they are, what stopping means, and one button that posts to it", async () => {
    const page = await open();
    const { statusCode, body } = await page.ask("GET");
    expect(statusCode).toBe(200);
    const text = textIn(body);
    expect(text).toContain('Stop messages from Oak & "Elm" <Clinic>?');
    expect(text).toContain("no mails, no texts and no calls");
    expect(text).toContain("800-555-0100");
    expect(elementsIn(body, "form")).toEqual([{ method: "post" }]);
    expect(elementsIn(body, "button")).toEqual([{ type: "submit" }]);
    expect(elementsIn(body, "input")).toEqual([
      { type: "hidden", name: "List-Unsubscribe", value: "One-Click" },
    ]);
  });

  it("changes nothing, however often scanners do it, and by HEAD tells as much without the page", async () => {
    const page = await open();
    const before = [...page.store.links];
    const [first, second] = [await page.ask("GET"), await page.ask("GET")];
    expect(second).toEqual(first);
    const head = await page.ask("HEAD");
    expect(head).toEqual({ ...first, body: "" });
    expect(await page.stopped()).toEqual([]);
    expect([...page.store.links]).toEqual(before);
  });

  it("speaks the language that the patient reads, and both where nobody knows", async () => {
    const spanish = await (await open("es-MX")).ask("GET");
    expect(elementsIn(spanish.body, "html")).toEqual([{ lang: "es" }]);
    expect(textIn(spanish.body)).toContain("Parar todos los mensajes");
    expect(textIn(spanish.body)).not.toContain("Stop all messages");
    for (const language of ["vi", "", undefined]) {
      const page = await open("en");
      const { language: _, ...known } = [...page.store.links.values()][0]!;
      const shown = language === undefined ? known : { ...known, language };
      await page.store.save(page.token, shown);
      const { body } = await page.ask("GET");
      expect(elementsIn(body, "section")).toEqual([{ lang: "en" }, { lang: "es" }]);
      expect(textIn(body)).toContain("Stop all messages");
      expect(textIn(body)).toContain("Parar todos los mensajes");
    }
  });

  it("still shows the button when the clinic's name cannot be read", async () => {
    const { statusCode, body } = await (await open("en", { clinic: true })).ask("GET");
    expect(statusCode).toBe(200);
    expect(textIn(body)).toContain("Stop messages from your clinic?");
  });
});

describe("posting to it", () => {
  it.each([
    ["a mail program", oneClick],
    ["the page's button", { ...oneClick, body: "List-Unsubscribe=One-Click" }],
    [
      "a form of the other kind",
      { headers: { "content-type": "multipart/form-data; boundary=x" } },
    ],
    ["somebody without a body", {}],
    ["somebody with a foreign body", { headers: { "content-type": "text/xml" }, body: "<a/>" }],
  ])("by %s stops everything, and says so once it is kept", async (_, request) => {
    const page = await open();
    const { statusCode, body } = await page.ask("POST", request);
    expect(statusCode).toBe(200);
    expect(await page.stopped()).toEqual([{ schema: "unsubscribe.v1", touch }]);
    expect(textIn(body)).toContain("Your messages are stopped");
    expect(elementsIn(body, "form")).toEqual([]);
  });

  it("a second time is answered the same", async () => {
    const page = await open();
    const first = await page.ask("POST", oneClick);
    expect(await page.ask("POST", oneClick)).toEqual(first);
    expect(await page.stopped()).toHaveLength(2);
  });

  it.each([
    ["the table", { links: true }],
    ["the queue", { queue: true }],
  ])(
    "is not said to be done when %s does not take it: come again, STOP, or call",
    async (_, broken) => {
      const page = await open("en", broken);
      const { statusCode, headers, body } = await page.ask("POST", oneClick);
      expect(statusCode).toBe(503);
      expect(headers["retry-after"]).toBe("60");
      expect(textIn(body)).toContain("nothing is stopped or changed yet");
      expect(textIn(body)).toMatch(/answer STOP .* or call us/);
      expect(textIn(body)).toContain("responder STOP");
      expect(await page.stopped()).toEqual([]);
    },
  );

  it("is done although the clinic's name cannot be read", async () => {
    const page = await open("en", { clinic: true });
    expect((await page.ask("POST", oneClick)).statusCode).toBe(200);
    expect(await page.stopped()).toHaveLength(1);
  });
});

describe("what is no link", () => {
  it("is one friendly page, whether it never was or is misspelled, and only its status tells old age", async () => {
    const page = await open();
    const unknown = await page.ask("GET", { token: randomTokens.next() });
    const malformed = await page.ask("POST", { token: "../../settings" });
    page.clock.moveTo(monday + linkLifeMs);
    const [opened, posted] = [await page.ask("GET"), await page.ask("POST", oneClick)];
    expect([unknown, malformed, opened, posted].map(({ statusCode }) => statusCode)).toEqual([
      404, 404, 410, 410,
    ]);
    for (const { body } of [malformed, opened, posted]) expect(body).toBe(unknown.body);
    expect(textIn(unknown.body)).toContain("answer STOP to one of them, or call the clinic");
    expect(textIn(unknown.body)).not.toContain("Oak");
    expect(await page.stopped()).toEqual([]);
  });

  it("works to the last moment of its 400 days", async () => {
    const page = await open();
    page.clock.moveTo(monday + 400 * 86_400_000 - 1);
    expect((await page.ask("POST", oneClick)).statusCode).toBe(200);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post"])(
    "%s is no way to use a link",
    async (method) => {
      const page = await open();
      const { statusCode, headers } = await page.ask(method);
      expect(statusCode).toBe(405);
      expect(headers["allow"]).toBe("GET, HEAD, POST");
      expect(await page.stopped()).toEqual([]);
    },
  );

  it("an event that no gateway sends is answered as no link", async () => {
    const page = await open();
    for (const event of [
      undefined,
      {},
      { version: "1.0" },
      pageRequest({ method: "x".repeat(99) }),
    ]) {
      expect((await page.handler(event)).statusCode).toBe(404);
    }
  });

  it("no change of a token, however small, opens anything or fails", async () => {
    const page = await open();
    const letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=/+.% \u00e9\u0000";
    const place = fc.nat(page.token.length - 1);
    const letter = fc.constantFrom(...letters);
    const changed = fc.oneof(
      fc.tuple(place, letter).map(([at, other]) => replaced(page.token, at, other)),
      fc
        .tuple(place, place, letter, letter)
        .map(([one, two, first, second]) =>
          replaced(replaced(page.token, one, first), two, second),
        ),
      place.map((at) => page.token.slice(0, at)),
      letter.map((other) => page.token + other),
      letter.map((other) => other + page.token),
      fc.string({ maxLength: 60 }),
      fc
        .uint8Array({ minLength: 16, maxLength: 16 })
        .map((bytes) => Buffer.from(bytes).toString("base64url")),
    );
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(changed, fc.constantFrom("GET", "POST"), async (token, method) => {
        fc.pre(token !== page.token);
        const { statusCode } = await page.ask(method, { token });
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        expect(statusCode).toBe(404);
      }),
      { numRuns },
    );
    expect([...statuses]).toEqual([[404, numRuns]]);
    expect(await page.stopped()).toEqual([]);
  }, 120_000);
});

function replaced(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + 1);
}

/** Every page that there is. */
async function everyPage() {
  const [en, es, broken] = [await open("en"), await open("es"), await open("en", { queue: true })];
  return [
    await en.ask("GET"),
    await es.ask("GET"),
    await en.ask("POST"),
    await es.ask("POST"),
    await en.ask("GET", { token: "no" }),
    await en.ask("PUT"),
    await broken.ask("POST"),
  ];
}

describe("every page", () => {
  it("is kept nowhere, runs nothing, loads nothing, is framed by nobody and found by no search", async () => {
    for (const { headers, body } of await everyPage()) {
      const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? "";
      const digest = createHash("sha256").update(style).digest("base64");
      expect(headers).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=63072000",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
      });
      for (const tag of ["script", "img", "link", "iframe", "a"]) {
        expect(elementsIn(body, tag)).toEqual([]);
      }
      expect(body).not.toMatch(/\son\w+=|style="|https?:/);
      expect(Buffer.byteLength(body)).toBeLessThan(15_000);
    }
  });

  it("says its language, has a title and one heading for each, and a button that says what it does", async () => {
    for (const { body } of await everyPage()) {
      const [html] = elementsIn(body, "html");
      expect(["en", "es"]).toContain(html?.["lang"]);
      expect(elementsIn(body, "main")).toHaveLength(1);
      expect(elementsIn(body, "h1")).toHaveLength(elementsIn(body, "section").length);
      expect(/<title>([^<]{5,})<\/title>/.exec(body)).not.toBeNull();
      for (const [, words] of body.matchAll(/<button[^>]*>([^<]*)</g)) {
        expect(words?.length).toBeGreaterThan(8);
      }
      expect(elementsIn(body, "meta")).toContainEqual({
        name: "viewport",
        content: "width=device-width, initial-scale=1",
      });
    }
  });

  it("is large, and dark enough on its ground to be read by old eyes (7 to 1)", async () => {
    const { body } = await (await open()).ask("GET");
    const color = (rule: string, property: string) =>
      new RegExp(`${rule}\\{[^}]*\\b${property}:(#[0-9a-f]+)`).exec(body)?.[1] ?? "";
    expect(contrast(color("html", "color"), color("html", "background"))).toBeGreaterThan(7);
    expect(contrast(color("button", "color"), color("button", "background"))).toBeGreaterThan(7);
    expect(body).toContain("font:1.25rem/1.5");
  });

  it("leaves nothing of the token, the patient or the touch in the log", async () => {
    const page = await open();
    for (const method of ["GET", "POST", "PUT"]) await page.ask(method, oneClick);
    const text = page.lines.join("\n");
    expect(text).toContain("request-1");
    for (const secret of [page.token, "p-1", touch, "One-Click"])
      expect(text).not.toContain(secret);
  });
});
