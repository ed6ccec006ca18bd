import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStaffClaims } from "#contracts/aws/staff-claims";
import { roles } from "#domain/staff/role";
import { staffRequest, tokens } from "../support/a-staff-request.ts";

const claimsOf = (groups: unknown) =>
  staffRequest({ claims: { "cognito:groups": groups } }).requestContext.authorizer.jwt.claims;
const rolesIn = (groups: unknown) => {
  const read = parseStaffClaims(claimsOf(groups), tokens);
  return read.ok ? read.value.roles : read.reason;
};

describe("the groups of a token", () => {
  it("are read alike from the token's array and from the gateway's text", () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), (held) => {
        expect(rolesIn(held)).toEqual(held);
        expect(rolesIn(`[${held.join(" ")}]`)).toEqual(held);
      }),
    );
  });

  it("that are no role of ours give none", () => {
    expect(rolesIn("[us-east-1_oak_Okta agent constructor]")).toEqual(["agent"]);
  });

  it.each([
    "agent",
    "[agent",
    "agent]",
    "[agent, analyst]",
    "[[agent]]",
    "[agent  analyst]",
    '["agent"]',
    "[agent]\n",
    null,
    7,
    true,
    { agent: true },
    [["agent"]],
    ["agent analyst"],
    [7],
  ])("written as %j are refused, not guessed at", (groups) => {
    expect(rolesIn(groups)).toBe("membership/bad-cognito:groups");
  });
});

describe("claims", () => {
  it("that are not there are nobody's", () => {
    const read = parseStaffClaims(undefined, tokens);
    expect(read).toEqual({ ok: false, reason: "token/missing", isSignedIn: false });
  });

  it("of any shape are read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.anything(), (claims) => {
        expect(parseStaffClaims(claims, tokens).ok).toBe(false);
      }),
    );
  });

  it("with an organization that could be more than a key part are refused", () => {
    const claims = { ...claimsOf("[agent]"), "custom:organization": "oak#elm" };
    expect(parseStaffClaims(claims, tokens)).toEqual({
      ok: false,
      reason: "membership/bad-custom:organization",
      isSignedIn: true,
    });
  });
});
