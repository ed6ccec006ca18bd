import { linkLifeMs } from "#domain/limits";
import type { Link, LinkToken } from "#domain/message/link";
import type { Clock, LinkStore, TokenSource } from "#ports";

export interface MakeLinkPorts {
  readonly links: Pick<LinkStore, "save">;
  readonly tokens: TokenSource;
  readonly clock: Clock;
}

/**
 * Makes the link by which this mail's reader stops what they are sent, and keeps what it is good for.
 * A repeat makes another one; both work. Throws what the store throws, and then no link may go out.
 */
export function createMakeLink({ links, tokens, clock }: MakeLinkPorts) {
  return async (
    about: Pick<Link, "organization" | "patient" | "touch" | "language">,
  ): Promise<LinkToken> => {
    const token = tokens.next();
    const expiresAt = clock.now() + linkLifeMs;
    await links.save(token, { ...about, purpose: "unsubscribe", expiresAt });
    return token;
  };
}

export type MakeLink = ReturnType<typeof createMakeLink>;
