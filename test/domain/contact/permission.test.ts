import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IntendedContact,
  isRevoked,
  narrowed,
  type PermissionScope,
  type PermissionStatement,
  permissionRefusal,
  withStatement,
} from "#domain/contact/permission";

const mobile = "p-mobile";
const other = "p-other";

function contact(overrides: Partial<IntendedContact> = {}): IntendedContact {
  return { channel: "sms", point: mobile, purpose: "screening", ...overrides };
}

function revoked(scope: PermissionScope = {}, from = mobile): PermissionStatement {
  return { says: "revoked", at: 1, via: "sms", scope, from };
}

function granted(scope: PermissionScope = {}, from?: string): PermissionStatement {
  const via = from === undefined ? "agent" : "sms";
  return { says: "granted", at: 2, via, scope, ...(from === undefined ? {} : { from }) };
}

/** The statements in the order in which they were made. */
function standing(...said: readonly PermissionStatement[]): readonly PermissionStatement[] {
  return said.reduce<readonly PermissionStatement[]>(withStatement, []);
}

describe("permission to contact", () => {
  it("is the number itself, where nobody said anything", () => {
    expect(permissionRefusal([], contact())).toBeUndefined();
  });

  it("must be recorded first, where the organization asks for that on the channel", () => {
    expect(permissionRefusal([], contact({ channel: "voice" }), ["voice"])).toBe("no-consent");
    expect(permissionRefusal([], contact(), ["voice"])).toBeUndefined();
    const signed = standing(granted({ channel: "voice" }));
    expect(permissionRefusal(signed, contact({ channel: "voice" }), ["voice"])).toBeUndefined();
  });

  it("ends with STOP for every channel, number and purpose", () => {
    const stopped = standing(revoked());
    for (const one of [{}, { channel: "voice" }, { point: other }, { purpose: "lab-due" }]) {
      expect(permissionRefusal(stopped, contact(one as Partial<IntendedContact>))).toBe(
        "opted-out",
      );
    }
    expect(isRevoked(stopped, {})).toBe(true);
    expect(isRevoked(stopped, { purpose: "screening" })).toBe(true);
  });

  it("ends for one channel alone when only that was asked for", () => {
    const noCalls = standing(revoked({ channel: "voice" }));
    expect(permissionRefusal(noCalls, contact({ channel: "voice" }))).toBe("opted-out");
    expect(permissionRefusal(noCalls, contact())).toBeUndefined();
    expect(isRevoked(noCalls, { purpose: "screening" })).toBe(false);
  });

  it("comes back by START from the number that said STOP", () => {
    const back = standing(revoked(), granted({}, mobile));
    expect(permissionRefusal(back, contact())).toBeUndefined();
    expect(permissionRefusal(back, contact({ point: other }))).toBeUndefined();
  });

  it("stays away from the number that said STOP when START comes from another", () => {
    const back = standing(revoked({}, other), granted({}, mobile));
    expect(permissionRefusal(back, contact())).toBeUndefined();
    expect(permissionRefusal(back, contact({ point: other }))).toBe("opted-out");
    const both = withStatement(back, granted({}, other));
    expect(permissionRefusal(both, contact({ point: other }))).toBeUndefined();
  });

  it("stays away from a number that said STOP too, though another said it before and START since", () => {
    const back = standing(revoked(), revoked({}, other), granted({}, mobile));
    expect(permissionRefusal(back, contact())).toBeUndefined();
    expect(permissionRefusal(back, contact({ point: other }))).toBe("opted-out");
  });

  it("is given again for one purpose by a signed form, and for no other", () => {
    const signed = standing(revoked(), granted({ purpose: "lab-due" }));
    expect(permissionRefusal(signed, contact({ purpose: "lab-due" }))).toBeUndefined();
    expect(permissionRefusal(signed, contact())).toBe("opted-out");
    expect(isRevoked(signed, {})).toBe(false);
    expect(isRevoked(signed, { purpose: "screening" })).toBe(true);
  });

  it("KEEP leaves only what STOP answered stopped", () => {
    const kept = narrowed(standing(revoked()), "prescription");
    expect(permissionRefusal(kept, contact({ purpose: "prescription" }))).toBe("opted-out");
    expect(permissionRefusal(kept, contact())).toBeUndefined();
  });
});

const scope: fc.Arbitrary<PermissionScope> = fc.record(
  {
    channel: fc.constantFrom("sms" as const, "voice" as const, "email" as const),
    point: fc.constantFrom(mobile, other),
    purpose: fc.constantFrom("screening" as const, "lab-due" as const),
  },
  { requiredKeys: [] },
);
const statement: fc.Arbitrary<PermissionStatement> = fc.record(
  {
    says: fc.constantFrom("granted" as const, "revoked" as const),
    at: fc.nat(),
    via: fc.constantFrom("sms" as const, "agent" as const),
    scope,
    from: fc.constantFrom(mobile, other),
  },
  { requiredKeys: ["says", "at", "via", "scope"] },
);
/** Lives with a STOP in them, so that what is asked about revocations is asked often. */
const stoppedSomewhere = fc
  .tuple(fc.array(statement, { maxLength: 4 }), fc.array(statement, { maxLength: 2 }))
  .map(([before, after]) => [...before, revoked(), ...after]);
const anyContact: fc.Arbitrary<IntendedContact> = fc.record({
  channel: fc.constantFrom("sms" as const, "voice" as const, "email" as const),
  point: fc.constantFrom(mobile, other),
  purpose: fc.constantFrom("screening" as const, "lab-due" as const),
});

describe("whatever was said before", () => {
  it("after STOP nothing is permitted, on any channel, number or purpose", () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), anyContact, (said, one) => {
        const stopped = withStatement(standing(...said), revoked());
        expect(permissionRefusal(stopped, one)).toBe("opted-out");
        expect(isRevoked(stopped, {})).toBe(true);
      }),
    );
  });

  it("what is wholly revoked has no contact that is permitted", () => {
    fc.assert(
      fc.property(stoppedSomewhere, anyContact, (said, one) => {
        const now = standing(...said);
        const refusal = permissionRefusal(now, one);
        if (isRevoked(now, { purpose: one.purpose })) expect(refusal).toBe("opted-out");
      }),
    );
  });

  it("only a grant makes a refused contact permitted", () => {
    fc.assert(
      fc.property(stoppedSomewhere, statement, anyContact, (said, next, one) => {
        const before = standing(...said);
        const after = withStatement(before, { ...next, says: "revoked" });
        if (permissionRefusal(before, one) !== "opted-out") return;
        expect(permissionRefusal(after, one)).toBe("opted-out");
      }),
    );
  });

  it("the statements that count stay few, however often people change their mind", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 90, maxLength: 120 }), (said) => {
        // Three channels, two purposes, each or every; said about or from two numbers, or neither.
        // Beside them the other number's START.
        expect(standing(...said).length).toBeLessThanOrEqual(4 * 3 * (3 + 2) + 1);
      }),
    );
  });
});
