import type { PageMessage } from "#contracts/page-message";
import { languagesFor } from "#domain/message/stop-words";
import { saidWords } from "#domain/page/open-page";
import { pageCommands } from "#domain/record/page-word";
import { parseTouchKey } from "#domain/record/touch";
import type { Clock, PageStore, ReplyStore } from "#ports";
import { Unrecoverable } from "../errors.ts";
import type { Act, Acted } from "./act.ts";
import type { Kick } from "./kick.ts";

export interface HearPagePorts {
  readonly act: Act;
  readonly pages: Pick<PageStore, "at">;
  readonly replies: Pick<ReplyStore, "keep">;
  readonly kick: Kick;
  readonly clock: Clock;
}

/** Enough of a page's digest that no two replies of one patient are called the same. */
const digestLetters = 32;

/**
 * Hears what was said on a page: kept for agents as the patient read it, then decided on as a reply by the
 * channel of the message that led there. The word is read from the page, where only one of its kind ever
 * stands, and its reply has the page's name: in any order and any number of times it counts once.
 * @throws Unrecoverable where nothing is there to hear: somebody must look at it.
 */
export function createHearPage({ act, pages, replies, kick, clock }: HearPagePorts) {
  return async ({ page: id, word: kind }: PageMessage): Promise<Acted> => {
    const page = await pages.at(id);
    const word = page?.said[kind];
    const about = page && parseTouchKey(page.link.touch);
    if (!page || !word || !about) throw new Unrecoverable("page/nothing-said");
    const { organization, patient, channel, asks, language } = page.link;
    const [spoken = "en"] = languagesFor(language);
    const reply = `page-${id.slice(0, digestLetters)}-${kind}`;
    const at = clock.now();
    const text = saidWords(word, asks, spoken);
    await replies.keep({ organization, patient, reply, at, channel, text });
    const acted = await act(organization, patient, (record, rules) =>
      pageCommands(record, { reply, word, channel, touch: about.touch }, rules, at),
    );
    await kick(acted.record);
    return acted;
  };
}

export type HearPage = ReturnType<typeof createHearPage>;
