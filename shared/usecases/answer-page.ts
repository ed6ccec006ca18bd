import type { PageMessage } from "#contracts/page-message";
import type { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { birthDateTriesMax, pageProofMs } from "#domain/limits";
import { isLinkOpen, isLinkToken } from "#domain/message/link";
import type { PageClinic } from "#domain/message/stop-words";
import { dayIn, type PageFields, wordIn } from "#domain/page/page-fields";
import { dayOnPage, type OpenedPage } from "#domain/page/page-link";
import type { PageView } from "#domain/page/page-view";
import { isSameWord } from "#domain/page/page-word";
import type {
  BirthDates,
  ClinicDirectory,
  Clock,
  PageProofs,
  PageStore,
  TokenSource,
  WorkQueue,
} from "#ports";

export interface AnswerPagePorts {
  readonly pages: Pick<PageStore, "open" | "countTry" | "forgiveTry" | "say">;
  readonly birthDates: BirthDates;
  readonly clinics: ClinicDirectory;
  readonly proofs: PageProofs;
  readonly said: Pick<WorkQueue<PageMessage>, "send">;
  readonly stops: Pick<WorkQueue<UnsubscribeMessage>, "send">;
  readonly tokens: TokenSource;
  readonly clock: Clock;
}

/** What a page shows to whoever holds its token. */
export type Shown =
  | { readonly is: "unknown" | "expired" }
  | {
      readonly is: "shown";
      readonly view: PageView;
      /** The one that the patient reads, as far as anybody knows. */
      readonly language?: string;
      readonly clinic?: PageClinic;
    };

/**
 * The page that answers one message. Looking changes nothing. What is done there is durable before it is
 * said to be done: on the page first, then on its queue; a repeat puts the same word there again, where it
 * counts once. Throws what the stores and queues throw, and then nothing may be taken for said.
 */
export function createAnswerPage(ports: AnswerPagePorts) {
  const shown = async (
    token: string,
    see: (page: OpenedPage) => Promise<PageView> | PageView,
  ): Promise<Shown> => {
    const page = isLinkToken(token) ? await ports.pages.open(token) : undefined;
    if (!page) return { is: "unknown" };
    const { link } = page;
    if (!isLinkOpen(link, ports.clock.now())) return { is: "expired" };
    const [view, clinic] = await Promise.all([
      see(page),
      ports.clinics.clinic(link.organization).catch(() => undefined),
    ]);
    const chosen = view.is === "open" ? view.said.language?.language : undefined;
    const language = chosen ?? page.said.language?.language ?? link.language;
    return {
      ...{ is: "shown", view },
      ...(language === undefined ? {} : { language }),
      ...(clinic === undefined ? {} : { clinic }),
    };
  };
  return {
    look: (token: string) => shown(token, first),
    act: (token: string, fields: PageFields) => shown(token, (page) => act(ports, page, fields)),
  };
}

export type AnswerPage = ReturnType<typeof createAnswerPage>;

/** What whoever comes anew is shown. */
function first({ tries }: OpenedPage): PageView {
  return tries < birthDateTriesMax ? { is: "ask" } : { is: "closed" };
}

async function act(
  ports: AnswerPagePorts,
  page: OpenedPage,
  fields: PageFields,
): Promise<PageView> {
  const wants = fields.get("do");
  if (wants === "stop") {
    // Asked for nothing, and never closed: a stop is obeyed from whoever holds the link.
    const { touch, channel } = page.link;
    const via = channel === "sms" ? { via: channel } : {};
    await ports.stops.send([{ schema: "unsubscribe.v1", touch, ...via }]);
    return { is: "stopped" };
  }
  if (page.tries >= birthDateTriesMax) return { is: "closed" };
  if (wants === "birth-date") return prove(ports, page, fields);
  const proof = fields.get("proof") ?? "";
  if (proof === "") return first(page);
  if (!ports.proofs.holds(page, proof, ports.clock.now())) {
    return { is: "ask", problem: "timed-out" };
  }
  return say(ports, page, fields);
}

/** The try is counted before it is looked at, so that no number of them at once is more than so many. */
async function prove(
  ports: AnswerPagePorts,
  page: OpenedPage,
  fields: PageFields,
): Promise<PageView> {
  const { organization, patient } = page.link;
  const given = dayIn(fields, "born");
  if (typeof given !== "number") return { is: "ask", problem: "no-such-day" };
  const attempt = ports.tokens.next();
  const counted = await ports.pages.countTry(page.id, attempt, birthDateTriesMax);
  if (counted === "too-many") return { is: "closed" };
  const born = await ports.birthDates.birthDate(organization, patient);
  if (born === given) {
    await ports.pages.forgiveTry(page.id, attempt);
    return opened(ports, page);
  }
  if (born === undefined) return { is: "no-birth-date" };
  const triesLeft = birthDateTriesMax - page.tries - 1;
  return triesLeft > 0 ? { is: "wrong", triesLeft } : { is: "closed" };
}

async function say(
  ports: AnswerPagePorts,
  page: OpenedPage,
  fields: PageFields,
): Promise<PageView> {
  const word = wordIn(fields, page.link.asks, dayOnPage(page.link.asks, ports.clock.now()));
  if ("problem" in word) {
    const chosen = fields.get("answer");
    return { ...opened(ports, page), ...word, ...(chosen === undefined ? {} : { chosen }) };
  }
  const stands = await ports.pages.say(page.id, word);
  await ports.said.send([{ schema: "page.v1", page: page.id, word: stands.is }]);
  const said = { ...page.said, [stands.is]: stands };
  const is = isSameWord(stands, word) ? "noted" : "stands";
  return { ...opened(ports, { ...page, said }), just: { said: stands.is, is } };
}

function opened(ports: AnswerPagePorts, page: OpenedPage): PageView & { readonly is: "open" } {
  const { asks } = page.link;
  const proof = ports.proofs.make(page, ports.clock.now() + pageProofMs);
  return {
    is: "open",
    asks,
    said: page.said,
    today: dayOnPage(page.link.asks, ports.clock.now()),
    proof,
  };
}
