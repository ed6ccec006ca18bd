import { isLinkOpen, isLinkToken, type Link } from "#domain/message/link";
import type { PageClinic } from "#domain/message/stop-words";
import type { ClinicDirectory, Clock, LinkStore } from "#ports";

export interface OpenLinkPorts {
  readonly links: Pick<LinkStore, "find">;
  readonly clinics: ClinicDirectory;
  readonly clock: Clock;
}

export type Opened =
  | { readonly is: "open"; readonly link: Link; readonly clinic?: PageClinic }
  /** Never made, misspelled, or forgotten. */
  | { readonly is: "unknown" }
  | { readonly is: "expired" };

/**
 * What the holder of this token may do, and whose messages it is about. Changes nothing, so that whoever
 * looks at links before people do (scanners of mail) may look. What is not a token is not looked for.
 * Throws what the store of links throws; without the clinic's name the answer is an answer all the same.
 */
export function createOpenLink({ links, clinics, clock }: OpenLinkPorts) {
  return async (token: string): Promise<Opened> => {
    const link = isLinkToken(token) ? await links.find(token) : undefined;
    if (!link) return { is: "unknown" };
    if (!isLinkOpen(link, clock.now())) return { is: "expired" };
    const clinic = await clinics.clinic(link.organization).catch(() => undefined);
    return { is: "open", link, ...(clinic === undefined ? {} : { clinic }) };
  };
}

export type OpenLink = ReturnType<typeof createOpenLink>;
