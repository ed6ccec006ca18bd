import * as z from "zod/mini";
import type { StaffMember } from "../../domain/staff/member.ts";
import { isRole } from "../../domain/staff/role.ts";
import { organizationId } from "../ids.ts";
import { readContract } from "../parsed.ts";

/** Whose tokens are believed, and made for whom. */
export interface TokenOrigin {
  /** The user pool's address. */
  readonly issuer: string;
  /** The console's app client. */
  readonly audience: string;
}

export type StaffClaims =
  | { readonly ok: true; readonly value: StaffMember }
  /** `isSignedIn`: it is somebody of the pool, of whom nothing can be told that would let them in. */
  | { readonly ok: false; readonly reason: string; readonly isSignedIn: boolean };

/**
 * Only an id token says of which organization somebody is. API Gateway does not look at
 * `token_use`, so an access token of the same client would pass it (Cognito developer guide,
 * "Verifying JSON web tokens").
 */
function tokenOf({ issuer, audience }: TokenOrigin) {
  return z.looseObject({
    iss: z.literal(issuer),
    aud: z.literal(audience),
    token_use: z.literal("id"),
    sub: z.string().check(z.regex(/^[A-Za-z0-9-]{1,128}$/)),
  });
}

const groupName = z.string().check(z.regex(/^[\w-]{1,128}$/));

/**
 * Groups are an array in the token; the gateway's authorizer writes arrays as `[a b]`. Any other
 * shape is refused rather than guessed at.
 */
const Groups = z.union([
  z.array(groupName),
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\[[^[\]]*\]$/)), z.transform(namesIn)),
    z.array(groupName),
  ),
]);

function namesIn(bracketed: string): readonly string[] {
  const names = bracketed.slice(1, -1);
  return names === "" ? [] : names.split(" ");
}

const Membership = z.looseObject({
  "custom:organization": organizationId,
  /** The pool asks it of every account. */
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  "cognito:groups": z.optional(Groups),
});

/**
 * Reads the claims that an authorizer has verified; signature and expiry are its part. Groups that
 * are no role give none.
 */
export function parseStaffClaims(claims: unknown, from: TokenOrigin): StaffClaims {
  if (claims === undefined) return { ok: false, reason: "token/missing", isSignedIn: false };
  const token = readContract(tokenOf(from), claims, "token");
  if (!token.ok) return { ...token, isSignedIn: false };
  const membership = readContract(Membership, claims, "membership");
  if (!membership.ok) return { ...membership, isSignedIn: true };
  const { email: name, ...of } = membership.value;
  const { "custom:organization": organization, "cognito:groups": groups = [] } = of;
  return {
    ok: true,
    value: { user: token.value.sub, name, organization, roles: groups.filter(isRole) },
  };
}
