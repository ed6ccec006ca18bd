import { createHash, randomUUID } from "node:crypto";
import {
  type LocalAnswer,
  type LocalRequest,
  type RunningServer,
  startServer,
} from "../outside/http-server.ts";
import { type LocalMember, localMembers } from "./members.ts";
import { signInHeaders, signInPage } from "./sign-in-page.ts";
import { type TokenMaker, tokenSeconds } from "./token-maker.ts";

/** What a code was given out for; it is good once. */
interface Granted {
  readonly member: LocalMember;
  readonly redirectUri: string;
  /** S256 of what only the page that asked knows (RFC 7636). */
  readonly challenge: string;
}

/**
 * Plays the pages and the token endpoint of the user pool: authorization code with PKCE and refresh
 * tokens, for members who are invented. Nobody is asked for a password: it listens on this machine
 * alone, and whoever is on it may be anybody.
 */
export async function startSignIn(tokens: TokenMaker, client: string): Promise<RunningServer> {
  const codes = new Map<string, Granted>();
  const refreshing = new Map<string, LocalMember>();

  const authorize = (asked: URLSearchParams): LocalAnswer => {
    const redirectUri = asked.get("redirect_uri") ?? "";
    const challenge = asked.get("code_challenge") ?? "";
    const isFit =
      asked.get("response_type") === "code" &&
      asked.get("client_id") === client &&
      asked.get("code_challenge_method") === "S256" &&
      challenge !== "" &&
      isOnThisMachine(redirectUri);
    if (!isFit) return said(400, "invalid_request");
    const member = localMembers.find(({ user }) => user === asked.get("user"));
    if (member === undefined) {
      return { status: 200, headers: signInHeaders, body: signInPage(asked) };
    }
    const code = randomUUID();
    codes.set(code, { member, redirectUri, challenge });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return { status: 303, headers: { location: back.href }, body: "" };
  };

  const redeem = async (asked: URLSearchParams): Promise<LocalAnswer> => {
    if (asked.get("client_id") !== client) return said(400, "invalid_client");
    if (asked.get("grant_type") === "refresh_token") {
      const member = refreshing.get(asked.get("refresh_token") ?? "");
      return member === undefined ? said(400, "invalid_grant") : handOut(member);
    }
    const code = asked.get("code") ?? "";
    const granted = codes.get(code);
    codes.delete(code);
    const isTheirs =
      granted?.redirectUri === asked.get("redirect_uri") &&
      granted?.challenge === s256(asked.get("code_verifier") ?? "");
    if (granted === undefined || !isTheirs) return said(400, "invalid_grant");
    const refresh = randomUUID();
    refreshing.set(refresh, granted.member);
    return handOut(granted.member, refresh);
  };

  const handOut = async (member: LocalMember, refresh?: string): Promise<LocalAnswer> => {
    const token = await tokens.make(member);
    const body = {
      ...{ id_token: token, access_token: token, token_type: "Bearer", expires_in: tokenSeconds },
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
    };
    return { status: 200, headers: { "cache-control": "no-store" }, body: JSON.stringify(body) };
  };

  return startServer(async (request) => {
    const { pathname, searchParams } = new URL(request.path, "http://127.0.0.1");
    if (pathname === "/authorize") {
      return authorize(
        request.method === "POST" ? new URLSearchParams(request.body) : searchParams,
      );
    }
    if (pathname === "/token")
      return withCors(request, await redeem(new URLSearchParams(request.body)));
    const out = searchParams.get("logout_uri") ?? "";
    if (pathname === "/logout" && isOnThisMachine(out)) {
      return { status: 303, headers: { location: out }, body: "" };
    }
    return said(404, "not_found");
  });
}

/** A page of another address of this machine reads the tokens that it asked for. */
function withCors({ headers: asked }: LocalRequest, answer: LocalAnswer): LocalAnswer {
  const origin = asked["origin"];
  if (origin === undefined || !isOnThisMachine(origin)) return answer;
  return { ...answer, headers: { ...answer.headers, "access-control-allow-origin": origin } };
}

function isOnThisMachine(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname === "127.0.0.1";
}

function s256(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function said(status: number, error: string): LocalAnswer {
  return { status, body: JSON.stringify({ error }) };
}
