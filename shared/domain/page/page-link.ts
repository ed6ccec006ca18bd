import type { Day } from "../calendar.ts";
import type { AnswerName } from "../campaign/campaign.ts";
import type { LinkOf } from "../message/link.ts";
import type { PageLanguage } from "../message/stop-words.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../zone.ts";
import type { Said } from "./page-word.ts";

/** What names a page inside: of its token there is only the digest, from which nobody comes back. */
export type PageId = string;

/**
 * What one token is good for: to answer the message that carried it. All that the page shows of the
 * campaign is kept with it, words and all, so that opening one reads neither record nor campaign.
 */
export interface PageLink extends LinkOf {
  readonly purpose: "answer";
  /** The channel of that message, by which what is said here counts as said. */
  readonly channel: Exclude<Channel, "voice">;
  readonly asks: PageAsks;
  /** Signs what shows that the birth date was known: of this link alone, and made by chance. */
  readonly key: string;
}

/** What the step that sent the message asks, and what else the patient can choose. */
export interface PageAsks {
  /** In the order in which the page offers them. */
  readonly choices: readonly PageChoice[];
  /** The kind of care, where it may be named: "a health screening". */
  readonly about?: InEachLanguage;
  /** A call has a button of its own, for none of the answers is one. */
  readonly offersCall: boolean;
  /** Those by which the patient can be reached. */
  readonly channels: readonly Channel[];
  /**
   * The patient's clock against UTC when the link was made: after a change of clocks an hour off, which
   * moves midnight and no other hour. Zones would be half of the page's bundle.
   */
  readonly offsetMinutes: number;
}

/** The patient may ask for the other language on the page itself. */
export type InEachLanguage = Readonly<Record<PageLanguage, string>>;

/** One answer of the step, with what is given beside it. */
export interface PageChoice {
  readonly name: AnswerName;
  readonly words: InEachLanguage;
  /** Counted from the day on which the page is open. */
  readonly day?: { readonly back: number; readonly ahead: number; readonly isNeeded: boolean };
  readonly number?: { readonly from: number; readonly through: number; readonly unit?: string };
}

/** A page as it is kept: what it is for, how often it was tried in vain, and what was said on it. */
export interface OpenedPage {
  readonly id: PageId;
  readonly link: PageLink;
  /** Birth dates that were wrong, or are being looked at. */
  readonly tries: number;
  readonly said: Said;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The patient's own day. */
export function dayOnPage({ offsetMinutes }: PageAsks, now: Instant): Day {
  return Math.floor((now + offsetMinutes * minuteMs) / dayMs);
}
