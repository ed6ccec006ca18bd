import { UserManager, WebStorageStateStore } from "oidc-client-ts";
import type { ConsoleConfig } from "#contracts/api/console-config";
import { forgetDrafts } from "../parts/draft.ts";

/** Somebody may be away this long; then the screen, which shows patients, closes by itself. */
const idleMs = 15 * 60_000;

/** So long before a token's end a new one is fetched. */
const renewBeforeSeconds = 60;

/** Why nobody is signed in any more. */
export type Ending = "signed-out" | "idle" | "expired";

/**
 * Who is signed in, as long as this tab is open: the tokens lie in its session storage, which no
 * other tab reads and which ends with it (45 CFR 164.312(a)(2)(iii), automatic logoff).
 */
export class Session {
  readonly api: string;
  readonly #users: UserManager;
  readonly #signOutAt: string;
  readonly #ended = new Set<(ending: Ending) => void>();
  #lastActed = Date.now();

  constructor({ api, signIn }: ConsoleConfig) {
    this.api = api;
    this.#signOutAt = signIn.signOut;
    const store = new WebStorageStateStore({ store: sessionStorage });
    this.#users = new UserManager({
      authority: signIn.issuer,
      // Said here and not asked for: the page may connect to the API and the sign-in alone.
      metadata: {
        issuer: signIn.issuer,
        authorization_endpoint: signIn.authorize,
        token_endpoint: signIn.token,
      },
      client_id: signIn.client,
      redirect_uri: `${location.origin}/`,
      response_type: "code",
      scope: "openid email",
      automaticSilentRenew: false,
      accessTokenExpiringNotificationTimeInSeconds: renewBeforeSeconds,
      userStore: store,
      stateStore: store,
    });
    this.#users.events.addAccessTokenExpiring(() => void this.#renewIfActive());
    this.#users.events.addAccessTokenExpired(() => void this.end("expired"));
  }

  /** Sends the person to the sign-in; they come back to the screen that they left. */
  async signIn(): Promise<void> {
    await this.#users.signinRedirect({ state: { hash: location.hash } });
  }

  /** Takes up what the sign-in sent back, or what this tab had. Whether somebody is signed in. */
  async resume(): Promise<boolean> {
    const query = new URLSearchParams(location.search);
    if (query.has("state")) {
      // Whatever came of it, a code is good once and has no place in the address.
      const came = this.#users.signinRedirectCallback(location.href);
      history.replaceState(null, "", `/${location.hash}`);
      const user = await came;
      const hash = hashIn(user.state);
      if (hash !== "") history.replaceState(null, "", `/${hash}`);
      return true;
    }
    const user = await this.#users.getUser();
    if (user === null) return false;
    if (user.expired !== true) return true;
    return (await this.renew()) !== undefined;
  }

  /** The id token for the API; undefined where nobody is signed in any more. */
  async token(): Promise<string | undefined> {
    const user = await this.#users.getUser();
    return user?.expired === false ? user.id_token : undefined;
  }

  /** A fresh token, by the refresh token; undefined where the sign-in wants the person again. */
  async renew(): Promise<string | undefined> {
    const user = await this.#users.getUser();
    if (user?.refresh_token === undefined) return undefined;
    const renewed = await this.#users.signinSilent().catch(() => null);
    return renewed?.id_token;
  }

  /** Ends it here and at the sign-in. */
  async signOut(): Promise<void> {
    await this.end("signed-out");
    location.assign(this.#signOutAt);
  }

  /** Ends it here: tokens are forgotten, and what was being written with them when it was meant. */
  async end(ending: Ending): Promise<void> {
    await this.#users.removeUser();
    // Whoever comes back after an expired token finds their words; whoever left does not.
    if (ending === "signed-out") forgetDrafts();
    for (const tell of this.#ended) tell(ending);
  }

  onEnd(tell: (ending: Ending) => void): () => void {
    this.#ended.add(tell);
    return () => this.#ended.delete(tell);
  }

  /** Watches whether anybody is there; polling by the page itself does not count. */
  watchIdleness(): () => void {
    const acted = () => {
      this.#lastActed = Date.now();
    };
    const events = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
    for (const event of events) addEventListener(event, acted, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - this.#lastActed > idleMs) void this.end("idle");
    }, 10_000);
    return () => {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, acted);
    };
  }

  async #renewIfActive(): Promise<void> {
    if (Date.now() - this.#lastActed < idleMs) await this.renew();
  }
}

function hashIn(state: unknown): string {
  if (typeof state !== "object" || state === null || !("hash" in state)) return "";
  return typeof state.hash === "string" && state.hash.startsWith("#") ? state.hash : "";
}
