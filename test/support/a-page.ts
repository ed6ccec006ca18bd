import { createHandler } from "../../functions/patient-page/handler.ts";
import { createManualClock } from "../../shared/adapters/memory/clock.ts";
import { createMemoryLinkStore } from "../../shared/adapters/memory/link-store.ts";
import { createMemoryPageStore } from "../../shared/adapters/memory/page-store.ts";
import { createMemoryWorkQueue } from "../../shared/adapters/memory/work-queue.ts";
import { pageProofs } from "../../shared/adapters/page-proofs.ts";
import { randomTokens } from "../../shared/adapters/random-tokens.ts";
import type { PageMessage } from "../../shared/contracts/page-message.ts";
import type { UnsubscribeMessage } from "../../shared/contracts/unsubscribe-message.ts";
import { dayFrom } from "../../shared/domain/calendar.ts";
import type { PageClinic } from "../../shared/domain/message/stop-words.ts";
import { answerWords } from "../../shared/domain/page/answer-words.ts";
import type { PageAsks, PageChoice, PageLink } from "../../shared/domain/page/page-link.ts";
import { TryAgain } from "../../shared/errors.ts";
import { createAnswerPage } from "../../shared/usecases/answer-page.ts";
import { createOpenLink } from "../../shared/usecases/open-link.ts";
import { createUnsubscribe } from "../../shared/usecases/unsubscribe.ts";
import { oak } from "./a-clinic.ts";
import { pageRequest } from "./a-page-request.ts";
import { monday } from "./a-record.ts";
import { elementsIn } from "./html.ts";
import { rim } from "./lambda.ts";

export const born = dayFrom(1958, 3, 27);
export const rightDate = { "born-month": "3", "born-day": "27", "born-year": "1958" };
export const wrongDate = { "born-month": "3", "born-day": "28", "born-year": "1958" };

const done = { back: 5 * 365 + 1, ahead: 0, isNeeded: false };

/** Answers as a page offers them. */
export function choices(...names: readonly string[]): readonly PageChoice[] {
  return names.map((name) => ({
    name,
    words: answerWords(name) ?? { en: name, es: name },
    ...(name === "already-done" ? { day: done } : {}),
  }));
}

export function pageAsks(overrides: Partial<PageAsks> = {}): PageAsks {
  return {
    choices: choices("wants-booking", "wants-call", "already-done"),
    about: { en: "a health screening", es: "un chequeo de salud" },
    offersCall: false,
    channels: ["sms", "voice", "email"],
    offsetMinutes: -300,
    ...overrides,
  };
}

export function pageLink(overrides: Partial<PageLink> = {}): PageLink {
  return {
    ...{ purpose: "answer", organization: "oak", patient: "p-1", channel: "sms", language: "en" },
    touch: "oak/p-1/screening/check/2026-11-01/invite/1",
    asks: pageAsks(),
    key: "AAECAwQFBgcICQoLDA0ODw",
    expiresAt: monday + 30 * 86_400_000,
    ...overrides,
  };
}

export type Fields = Readonly<Record<string, string>>;

interface Broken {
  readonly pages?: true;
  readonly queue?: true;
  readonly clinic?: true;
}

/** The page of one message, with a name that would run where it is not escaped, and what is broken. */
export async function answerPage(
  link: Partial<PageLink> = {},
  {
    broken = {},
    birthDate = born,
  }: { readonly broken?: Broken; readonly birthDate?: number | "none" } = {},
) {
  const fails = () => Promise.reject(new TryAgain("dynamodb/status-500"));
  const clock = createManualClock(monday);
  const pages = createMemoryPageStore();
  const said = createMemoryWorkQueue<PageMessage>();
  const stops = createMemoryWorkQueue<UnsubscribeMessage>();
  const token = randomTokens.next();
  await pages.save(token, pageLink(link));
  const clinic: PageClinic = { name: 'Oak & "Elm" <script>alert(1)</script>', phone: oak.phone };
  const clinics = { clinic: broken.clinic ? fails : async () => clinic };
  const edge = rim();
  const openLink = createOpenLink({ links: createMemoryLinkStore(), clinics, clock });
  const handler = createHandler(edge.log, {
    openLink,
    unsubscribe: createUnsubscribe({ openLink, stops }),
    answerPage: createAnswerPage({
      pages: broken.pages ? { ...pages, open: fails } : pages,
      birthDates: { birthDate: async () => (birthDate === "none" ? undefined : birthDate) },
      clinics,
      proofs: pageProofs,
      said: broken.queue ? { send: fails } : said,
      stops: broken.queue ? { send: fails } : stops,
      tokens: randomTokens,
      clock,
    }),
  });
  const get = (method = "GET", given = token) =>
    handler(pageRequest({ page: "a", method, token: given }));
  const post = (fields: Fields, given = token) =>
    handler(
      pageRequest({
        ...{ page: "a", method: "POST", token: given },
        body: new URLSearchParams(fields).toString(),
      }),
    );
  /** Shows the birth date, and gives what is hidden in the forms that follow. */
  const prove = async (fields: Fields = rightDate) => {
    const answer = await post({ do: "birth-date", ...fields });
    return { ...answer, proof: proofIn(answer.body) };
  };
  return {
    ...{ handler, get, post, prove, token, pages, clock, lines: edge.lines },
    /** Opens it by the birth date and presses one button. */
    async say(fields: Fields) {
      const { proof } = await prove();
      return post({ proof, ...fields });
    },
    said: async () => said.take(1_000),
    stopped: async () => stops.take(1_000),
    kept: () => [...pages.pages.values()][0],
  };
}

export function proofIn(html: string): string {
  return elementsIn(html, "input").find(({ name }) => name === "proof")?.["value"] ?? "";
}
