import { pageHandler, type Said } from "#adapters/lambda/page-handler";
import type { StopPage } from "#domain/message/stop-words";
import type { Logger } from "#observability/logger";
import type { Opened, OpenLink } from "#usecases/open-link";
import type { Unsubscribe } from "#usecases/unsubscribe";

export interface PageUseCases {
  readonly openLink: OpenLink;
  readonly unsubscribe: Unsubscribe;
}

/** Shows a patient what the link in a mail does, and does it when they press the button. */
export function createHandler(log: Logger, { openLink, unsubscribe }: PageUseCases) {
  return pageHandler(log, {
    look: async (token) => saidOf(await openLink(token), "ask"),
    act: async (token) => saidOf(await unsubscribe(token), "stopped"),
  });
}

function saidOf(opened: Opened, page: StopPage): Said {
  if (opened.is === "unknown") return { page: "no-such-link", status: 404 };
  if (opened.is === "expired") return { page: "no-such-link", status: 410 };
  const { clinic, link } = opened;
  return {
    page,
    status: 200,
    ...(link.language === undefined ? {} : { language: link.language }),
    ...(clinic === undefined ? {} : { clinic }),
  };
}
