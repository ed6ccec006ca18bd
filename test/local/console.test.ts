import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleConfig } from "#contracts/api/console-config";
import { dayMs } from "#domain/time";
import { localMembers } from "#local/access/members";
import { type OpenConsole, openConsole } from "#local/access/open-console";
import { type LivedRun, liveRounds } from "#local/run";
import { Brought, Shown } from "#local/strip/shown";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-console-"));
let run: LivedRun;
let opened: OpenConsole;
let config: ConsoleConfig;

beforeAll(async () => {
  const data = join(folder, "data");
  writeSmallClinic(data);
  const published = { concepts: [], notices: {}, campaigns: [] };
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 0, seed: 4, directory });
  const files = relative(process.cwd(), join(folder, "console"));
  opened = await openConsole(run, files);
  const answer = await fetch(`${opened.address}/config.json`);
  config = ConsoleConfig.parse(await answer.json());
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const agent = localMembers.find(({ roles }) => roles.includes("agent"))!;
const verifier = `${randomUUID()}${randomUUID()}`;

function question(overrides: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    ...{ client_id: config.signIn.client, response_type: "code", state: "state-1" },
    ...{ redirect_uri: `${opened.address}/`, code_challenge_method: "S256" },
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    ...overrides,
  });
}

async function codeFor(user: string): Promise<string> {
  const body = question({ user });
  const answer = await fetch(config.signIn.authorize, { method: "POST", body, redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.origin).toBe(opened.address);
  expect(back.searchParams.get("state")).toBe("state-1");
  return back.searchParams.get("code") ?? "";
}

const redeem = (asked: Readonly<Record<string, string>>) =>
  fetch(config.signIn.token, {
    method: "POST",
    headers: { origin: opened.address },
    body: new URLSearchParams({
      ...{ client_id: config.signIn.client, grant_type: "authorization_code" },
      ...{ redirect_uri: `${opened.address}/`, code_verifier: verifier, ...asked },
    }),
  });

interface Tokens {
  readonly id_token: string;
  readonly refresh_token: string;
}
const tokensIn = async (answer: Response) => (await answer.json()) as Tokens;

const ask = (path: string, token?: string) =>
  fetch(config.api + path, {
    headers: { origin: opened.address, ...(token && { authorization: `Bearer ${token}` }) },
  });

describe("signing in on a laptop", () => {
  it("offers a member for each role, and brings back a code that is good once", async () => {
    const page = await (await fetch(`${config.signIn.authorize}?${question()}`)).text();
    for (const { email } of localMembers) expect(page).toContain(email);
    const code = await codeFor(agent.user);
    const first = await redeem({ code });
    expect(first.headers.get("access-control-allow-origin")).toBe(opened.address);
    const { id_token, refresh_token } = await tokensIn(first);
    const me = await ask("/v1/me", id_token);
    expect(await me.json()).toMatchObject({
      user: agent.user,
      organization: { id: run.clinic.id },
      roles: ["agent"],
    });
    expect((await redeem({ code })).status).toBe(400);
    const renewed = await redeem({ grant_type: "refresh_token", refresh_token });
    expect((await ask("/v1/me", (await tokensIn(renewed)).id_token)).status).toBe(200);
  });

  it("takes a code only with what the page that asked for it knows", async () => {
    const code = await codeFor(agent.user);
    expect((await redeem({ code, code_verifier: "guessed" })).status).toBe(400);
    expect((await redeem({ code })).status).toBe(400);
  });

  it.each([
    ["another machine", { redirect_uri: "https://evil.example/" }],
    ["another client", { client_id: "somebody" }],
    ["a plain challenge", { code_challenge_method: "plain" }],
    ["a token instead of a code", { response_type: "token" }],
  ])("refuses %s", async (_, overrides) => {
    const answer = await fetch(`${config.signIn.authorize}?${question(overrides)}`);
    expect(answer.status).toBe(400);
  });

  it("writes what a link says of itself into the page as text", async () => {
    const asked = question({ state: '"><script>alert(1)</script>' });
    const page = await (await fetch(`${config.signIn.authorize}?${asked}`)).text();
    expect(page).not.toContain("<script>");
  });
});

describe("the staff API on a laptop", () => {
  it("answers nobody without a token, or with one that another sign-in made", async () => {
    expect((await ask("/v1/me")).status).toBe(401);
    const [head, body] = ["{}", JSON.stringify({ iss: config.signIn.issuer })];
    const forged = [head, body, "x"].map((part) => Buffer.from(part).toString("base64url"));
    expect((await ask("/v1/me", forged.join("."))).status).toBe(401);
  });

  it("lets the console's pages read its answers, and no others", async () => {
    const headers = { origin: opened.address };
    const asked = await fetch(`${config.api}/v1/me`, { method: "OPTIONS", headers });
    expect(asked.headers.get("access-control-allow-origin")).toBe(opened.address);
    const elsewhere = { origin: "http://127.0.0.1:1" };
    const other = await fetch(`${config.api}/v1/me`, { headers: elsewhere });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the console's files on a laptop", () => {
  it("come with the headers of the distribution, which let it connect to this stack alone", async () => {
    const { headers } = await fetch(opened.address);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    const places = [config.api, new URL(config.signIn.token).origin].join(" ");
    expect(policy).toContain(`connect-src 'self' ${places};`);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  });

  it("are the page for an address of the console, and nothing for a file that is not there", async () => {
    const page = await (await fetch(`${opened.address}/worklist`)).text();
    expect(page).toContain('<div id="console">');
    for (const path of ["/assets/gone.js", "/..%2f..%2fpackage.json", "/../../package.json"]) {
      expect((await fetch(opened.address + path)).status).not.toBe(200);
    }
  });
});

describe("the clock and the phones below each page on a laptop", () => {
  const asked = (what: string, body: unknown, origin = opened.address) =>
    fetch(`${opened.address}/local/${what}`, {
      method: "POST",
      headers: { origin },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const now = async () =>
    Shown.parse(await (await fetch(`${opened.address}/local/now?phone=phone-1`)).json());

  it("come with the page, by files of the same place that its policy takes", async () => {
    const page = await (await fetch(opened.address)).text();
    for (const part of ["/local/strip.js", "/local/strip.css"]) {
      expect(page).toContain(part);
      const file = await fetch(opened.address + part);
      expect(file.status).toBe(200);
      expect(file.headers.get("x-content-type-options")).toBe("nosniff");
      expect(file.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  it("stand still, and move by steps that say where they led", async () => {
    const start = run.stack.clock.now();
    await asked("clock", { do: "pause" });
    expect((await now()).clock).toMatchObject({ now: start, isPaused: true });
    const step = await asked("clock", { do: "step", stride: "day" });
    const nothing = { sms: 0, voice: 0, email: 0, answers: 0, tasks: 0 };
    expect(Brought.parse(await step.json())).toEqual({ now: start + dayMs, ...nothing });
    await asked("clock", { do: "go", times: 60 });
    expect((await now()).clock).toMatchObject({ isPaused: false, times: 60 });
  });

  it("obey the console's own pages, and no page of another place", async () => {
    const start = run.stack.clock.now();
    const body = { do: "step", stride: "hour" };
    expect((await asked("clock", body, "http://127.0.0.1:1")).status).toBe(403);
    expect((await asked("answer", { phone: "phone-1", text: "1" }, "null")).status).toBe(403);
    expect(run.stack.clock.now()).toBe(start);
  });

  it.each([
    ["a step of no known length", "clock", { do: "step", stride: "year" }],
    ["a speed that is not offered", "clock", { do: "go", times: 1_000_000 }],
    ["no JSON", "clock", "{"],
    ["an answer without words", "answer", { phone: "phone-1", text: "  " }],
    ["more words than a phone sends", "answer", { phone: "phone-1", text: "x".repeat(1_601) }],
  ])("refuse %s", async (_, what, body) => {
    expect((await asked(what, body)).status).toBe(400);
  });

  it("know no phone that got no text, and no other address", async () => {
    expect(await now()).toMatchObject({ phones: [] });
    expect((await asked("answer", { phone: "phone-1", text: "1" })).status).toBe(404);
    expect((await fetch(`${opened.address}/local/elsewhere`)).status).toBe(404);
  });
});
