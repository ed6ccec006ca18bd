import { type PageWorks, pageHandler, type Said } from "#adapters/lambda/page-handler";
import type { StopPage } from "#domain/message/stop-words";
import { pageOf } from "#domain/page/page-of";
import type { PageView } from "#domain/page/page-view";
import { stopPage } from "#domain/page/stop-page";
import type { Logger } from "#observability/logger";
import type { AnswerPage, Shown } from "#usecases/answer-page";
import type { Opened, OpenLink } from "#usecases/open-link";
import type { Unsubscribe } from "#usecases/unsubscribe";

export interface PageUseCases {
  readonly openLink: OpenLink;
  readonly unsubscribe: Unsubscribe;
  readonly answerPage: AnswerPage;
}

/** Shows a patient what the link in a message does, and does it when they press a button. */
export function createHandler(log: Logger, { openLink, unsubscribe, answerPage }: PageUseCases) {
  return pageHandler(log, {
    look: async ({ page, token }) =>
      page === "answer"
        ? answerSaid(await answerPage.look(token))
        : stopSaid(await openLink(token), "ask"),
    act: async ({ page, token, fields }) =>
      page === "answer"
        ? answerSaid(await answerPage.act(token, fields))
        : stopSaid(await unsubscribe(token), "stopped"),
    noSuchLink,
    notSaved: (language) => stopPage("not-saved", language),
  });
}

const noSuchLink: PageWorks["noSuchLink"] = (language) => stopPage("no-such-link", language);

/** Never made, misspelled, of another purpose, forgotten; or too old, which only the status tells. */
function noLink(is: "unknown" | "expired"): Said {
  const status = is === "unknown" ? 404 : 410;
  return { page: "no-such-link", status, content: noSuchLink };
}

function stopSaid(opened: Opened, page: StopPage): Said {
  if (opened.is !== "open") return noLink(opened.is);
  const { clinic, link } = opened;
  return {
    ...{ page, status: 200 },
    ...(link.language === undefined ? {} : { language: link.language }),
    content: (language) => stopPage(page, language, clinic),
  };
}

function answerSaid(shown: Shown): Said {
  if (shown.is !== "shown") return noLink(shown.is);
  const { view, language, clinic } = shown;
  return {
    ...{ page: view.is, status: statusOf(view) },
    ...(language === undefined ? {} : { language }),
    content: (spoken) => pageOf(view, spoken, clinic),
  };
}

/** RFC 9110: what was wrong with a form, what is not shown, and what stands against it. */
function statusOf(view: PageView): Said["status"] {
  if (view.is === "wrong" || view.is === "closed" || view.is === "no-birth-date") return 403;
  if (view.is === "ask") return view.problem === undefined ? 200 : 422;
  if (view.is === "stopped") return 200;
  if (view.problem !== undefined) return 422;
  return view.just?.is === "stands" ? 409 : 200;
}
