import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalAnswer, LocalRequest } from "../outside/http-server.ts";
import type { Came } from "../outside/world.ts";
import type { LivedRun } from "../run.ts";
import { AnswerBody, type Brought, ClockBody, stripPath } from "./shown.ts";
import { createStripState } from "./strip-state.ts";

export interface StripSiteParts {
  readonly run: LivedRun;
  /** Holds the built `strip.js` and `strip.css`. */
  readonly folder: string;
  /** Of the console: only its own pages may move the clock and write as a patient. */
  readonly origin: () => string;
}

/** The answer to what is asked below `/local/`; undefined for everything else. */
export type StripSite = (request: LocalRequest) => Promise<LocalAnswer | undefined>;

/**
 * Clock and phones of a stack on this machine: the files of the strip, what it shows, and what it
 * asks. It is part of `local/`, of which nothing is ever deployed.
 */
export function createStripSite({ run, folder, origin }: StripSiteParts): StripSite {
  const state = createStripState(run);
  return async (request) => {
    const { pathname, searchParams } = new URL(request.path, "http://127.0.0.1");
    if (!pathname.startsWith(`${stripPath}/`)) return undefined;
    if (request.method === "POST" && request.headers["origin"] !== origin()) return said(403);
    switch (`${request.method} ${pathname.slice(stripPath.length)}`) {
      case "GET /strip.js":
        return file(join(folder, "strip.js"), "text/javascript");
      case "GET /strip.css":
        return file(join(folder, "strip.css"), "text/css");
      case "GET /now":
        return said(200, await state(searchParams.get("phone") ?? undefined));
      case "POST /clock":
        return moveClock(run, request.body);
      case "POST /answer":
        return answerAsPatient(run, request.body);
      default:
        return said(404);
    }
  };
}

/** A page with the strip below it: a policy that takes the site's own files takes these too. */
export function withStrip(page: string): string {
  const parts =
    `<link rel="stylesheet" href="${stripPath}/strip.css">` +
    `<script type="module" src="${stripPath}/strip.js"></script>`;
  return page.replace("</head>", `${parts}</head>`);
}

/** A step is answered once the stack is there, with what came of it. */
async function moveClock({ pace, world, stack }: LivedRun, body: string): Promise<LocalAnswer> {
  const asked = ClockBody.safeParse(jsonIn(body));
  if (!asked.success) return said(400);
  const before = world.came();
  if (asked.data.do === "pause") pace.pause();
  else if (asked.data.do === "go") pace.go(asked.data.times);
  else await pace.step(asked.data.stride);
  return said(200, { now: stack.clock.now(), ...since(before, world.came()) });
}

async function answerAsPatient({ world }: LivedRun, body: string): Promise<LocalAnswer> {
  const asked = AnswerBody.safeParse(jsonIn(body));
  if (!asked.success) return said(400);
  const phone = world.phones.get(asked.data.phone);
  if (phone === undefined) return said(404);
  await world.answer(phone, asked.data.text);
  return said(200);
}

function since(before: Came, after: Came): Omit<Brought, "now"> {
  return {
    sms: after.sms - before.sms,
    voice: after.voice - before.voice,
    email: after.email - before.email,
    answers: after.answers - before.answers,
    tasks: after.tasks - before.tasks,
  };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function file(path: string, type: string): Promise<LocalAnswer> {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" };
  return { status: 200, headers, body: await readFile(path, "utf8") };
}

function said(status: number, body: unknown = {}): LocalAnswer {
  const headers = { "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}
