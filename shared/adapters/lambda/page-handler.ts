import { type PageRequest, parsePageEvent } from "#contracts/aws/page-event";
import { languagesFor, type PageLanguage } from "#domain/message/stop-words";
import type { PageContent } from "#domain/page/page-content";
import type { Logger } from "#observability/logger";
import { documentOf } from "../html/page.ts";
import { styleSource } from "../html/style.ts";
import { reasonOf } from "./queue-handler.ts";

/** What a page says, and in which language, as far as that is known. */
export interface Said {
  /** The page's name, for the log: nothing of it is anybody's. */
  readonly page: string;
  readonly status: 200 | 403 | 404 | 409 | 410 | 422;
  readonly language?: string;
  readonly content: (language: PageLanguage) => PageContent;
}

/** What an address does for whoever holds its token: looking must change nothing. */
export interface PageWorks {
  readonly look: (request: PageRequest) => Promise<Said>;
  readonly act: (request: PageRequest) => Promise<Said>;
  /** What is no link says. */
  readonly noSuchLink: Said["content"];
  /** What is said where something failed. */
  readonly notSaved: Said["content"];
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
    const { noSuchLink } = works;
    if (!parsed.ok) {
      log.warn("A request was refused", { reason: parsed.reason });
      return answer({ content: noSuchLink }, 404);
    }
    const { method, request: requestId } = parsed.value;
    const known = methods.find((one) => one === method);
    if (known === undefined) {
      return answer({ content: noSuchLink }, 405, { allow: methods.join(", ") });
    }
    try {
      const said = await (known === "POST" ? works.act : works.look)(parsed.value);
      log.info("A page was answered", { requestId, eventType: known, outcome: said.page });
      return withoutBody(known, answer(said, said.status));
    } catch (error) {
      log.error("A page failed", { requestId, eventType: known, error: reasonOf(error) });
      const failed = { content: works.notSaved };
      return withoutBody(known, answer(failed, 503, { "retry-after": retryAfterSeconds }));
    }
  };
}

function answer(
  { content, language }: Pick<Said, "content" | "language">,
  statusCode: number,
  more: Readonly<Record<string, string>> = {},
): PageAnswer {
  const contents = languagesFor(language).map(content);
  return { statusCode, headers: { ...headers, ...more }, body: documentOf(contents) };
}

/** RFC 9110, section 9.3.2: HEAD is answered as GET, and nothing follows. */
function withoutBody(method: (typeof methods)[number], given: PageAnswer): PageAnswer {
  return method === "HEAD" ? { ...given, body: "" } : given;
}
