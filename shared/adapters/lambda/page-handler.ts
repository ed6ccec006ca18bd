import { parsePageEvent } from "#contracts/aws/page-event";
import {
  languagesFor,
  type PageClinic,
  type StopPage,
  stopWords,
} from "#domain/message/stop-words";
import type { Logger } from "#observability/logger";
import { pageOf, styleSource } from "../html/page.ts";
import { reasonOf } from "./queue-handler.ts";

/** What a page says, and about whom, as far as that is known. */
export interface Said {
  readonly page: StopPage;
  readonly status: 200 | 404 | 410;
  readonly language?: string;
  readonly clinic?: PageClinic;
}

/** What one address does for whoever holds its token: looking must change nothing. */
export interface PageWorks {
  readonly look: (token: string) => Promise<Said>;
  readonly act: (token: string) => Promise<Said>;
}

/** A response of payload format 2.0. */
export interface PageAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Nothing of the page is kept anywhere, loads anything, runs, is framed or tells where it came from: its
 * address is all that it takes to use it.
 */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src ${styleSource}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};

/** Whoever was told to come again comes after this. Seconds. */
const retryAfterSeconds = "60";

const methods = ["GET", "HEAD", "POST"] as const;

/**
 * Answers whoever opens or posts to a patient's page. What fails is answered with 503, the words that
 * nothing was saved, and the other ways; it never throws, and says nothing of the token anywhere.
 */
export function pageHandler(log: Logger, works: PageWorks) {
  return async (event: unknown): Promise<PageAnswer> => {
    const parsed = parsePageEvent(event);
    if (!parsed.ok) {
      log.warn("A request was refused", { reason: parsed.reason });
      return answer({ page: "no-such-link" }, 404);
    }
    const { method, request: requestId, token } = parsed.value;
    const known = methods.find((one) => one === method);
    if (known === undefined) {
      return answer({ page: "no-such-link" }, 405, { allow: methods.join(", ") });
    }
    try {
      const { status, ...said } = await (known === "POST" ? works.act : works.look)(token);
      log.info("A page was answered", { requestId, eventType: known, outcome: said.page });
      return withoutBody(known, answer(said, status));
    } catch (error) {
      log.error("A page failed", { requestId, eventType: known, error: reasonOf(error) });
      const failed = answer({ page: "not-saved" }, 503, { "retry-after": retryAfterSeconds });
      return withoutBody(known, failed);
    }
  };
}

function answer(
  { page, language, clinic }: Omit<Said, "status">,
  statusCode: number,
  more: Readonly<Record<string, string>> = {},
): PageAnswer {
  const sections = languagesFor(language).map((spoken) => ({
    language: spoken,
    ...stopWords(page, spoken, clinic),
  }));
  return { statusCode, headers: { ...headers, ...more }, body: pageOf(sections) };
}

/** RFC 9110, section 9.3.2: HEAD is answered as GET, and nothing follows. */
function withoutBody(method: (typeof methods)[number], given: PageAnswer): PageAnswer {
  return method === "HEAD" ? { ...given, body: "" } : given;
}
