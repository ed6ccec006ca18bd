import type { ContactPolicy } from "../contact/policy.ts";
import type { NoticeBook } from "../message/notice-book.ts";
import type { OrganizationId } from "./profile.ts";

/** The clinic or health plan whose name, number and hours a message carries. */
export interface Organization {
  readonly id: OrganizationId;
  /** As patients know it, short enough for a text: `Oak Clinic`. */
  readonly name: string;
  /** The number patients may call, E.164. */
  readonly phone: string;
  /** The numbers and addresses that messages come from; replies to them are this organization's. */
  readonly lines: readonly string[];
  /** Postal address, required in mail (16 CFR 316). */
  readonly postalAddress: string;
  /** Hours in which agents work; task deadlines such as `1 business day` count them. */
  readonly business: {
    readonly zone: string;
    readonly opens: string;
    readonly closes: string;
    readonly days: readonly number[];
  };
  /** Whether a nurse or service answers at night, too: without one no text promises a call. */
  readonly hasAfterHoursDesk: boolean;
  readonly policy: ContactPolicy;
  readonly notices: NoticeBook;
}
