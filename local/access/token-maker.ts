import { generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { LocalMember } from "./members.ts";

/** Whose tokens the template believes, and made for whom. */
export interface TokenPlace {
  readonly issuer: string;
  readonly audience: string;
}

/** As in `infra/stacks/access/sign-in.ts`. */
export const tokenSeconds = 15 * 60;

export interface TokenMaker {
  /** An id token as Cognito's, of this member. */
  make(member: LocalMember): Promise<string>;
  /** Its claims; undefined for what this stack's sign-in did not make, or what has run out. */
  check(token: string): Promise<JWTPayload | undefined>;
}

/**
 * Makes and checks the tokens of one running stack: its key is made with it and is gone with it.
 * They run out by the wall's clock, which is the browser's.
 */
export async function createTokenMaker(
  { issuer, audience }: TokenPlace,
  organization: string,
): Promise<TokenMaker> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  return {
    make: ({ user, email, roles }) =>
      new SignJWT({
        token_use: "id",
        email,
        "custom:organization": organization,
        "cognito:groups": [...roles],
      })
        .setProtectedHeader({ alg: "RS256", kid: "local" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(user)
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(privateKey),
    async check(token) {
      const wanted = { issuer, audience, algorithms: ["RS256"] };
      const checked = await jwtVerify(token, publicKey, wanted).catch(() => undefined);
      return checked?.payload;
    },
  };
}
