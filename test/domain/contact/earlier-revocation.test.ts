import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withEarlierRevocation } from "#domain/contact/earlier-revocation";
import {
  type IntendedContact,
  isRevoked,
  type PermissionScope,
  type PermissionStatement,
  permissionRefusal,
  withStatement,
} from "#domain/contact/permission";

const mobile = "p-mobile";
const other = "p-other";

const contact = (overrides: Partial<IntendedContact> = {}): IntendedContact => ({
  channel: "sms",
  point: mobile,
  purpose: "screening",
  ...overrides,
});

/** On a list of another system, said on that day. */
function listed(day: number, scope: PermissionScope = {}, from?: string): PermissionStatement {
  const about = from === undefined ? {} : { from };
  return { says: "revoked", at: day, via: "import", scope, ...about };
}

function stop(day: number, from = mobile): PermissionStatement {
  return { says: "revoked", at: day, via: "sms", scope: {}, from };
}

function start(day: number, from = mobile): PermissionStatement {
  return { says: "granted", at: day, via: "sms", scope: {}, from };
}

function signed(day: number, scope: PermissionScope = {}): PermissionStatement {
  return { says: "granted", at: day, via: "agent", scope };
}

const inOrder = (...said: readonly PermissionStatement[]) =>
  said.reduce<readonly PermissionStatement[]>(withStatement, []);

describe("an opt-out of a list, said in the past", () => {
  it("stands where nobody said anything since", () => {
    const now = withEarlierRevocation([], listed(1));
    expect(isRevoked(now, {})).toBe(true);
  });

  it("does not take back a START that came after it", () => {
    const before = inOrder(stop(3), start(5));
    expect(withEarlierRevocation(before, listed(4, {}, mobile))).toBe(before);
    expect(withEarlierRevocation(before, listed(4))).toBe(before);
  });

  it("takes back a START that came before it, or at the same moment", () => {
    for (const day of [5, 6]) {
      const now = withEarlierRevocation(inOrder(stop(3), start(5)), listed(day, {}, mobile));
      expect(permissionRefusal(now, contact())).toBe("opted-out");
    }
  });

  it("of another number stays for that number, whatever START came since", () => {
    const now = withEarlierRevocation(inOrder(stop(3), start(5)), listed(4, {}, other));
    expect(permissionRefusal(now, contact())).toBeUndefined();
    expect(permissionRefusal(now, contact({ point: other }))).toBe("opted-out");
  });

  it("stays settled by a form for every number, whatever START another number sent since", () => {
    const now = withEarlierRevocation(inOrder(signed(5), start(6, other)), listed(4, {}, mobile));
    expect(permissionRefusal(now, contact({ point: mobile }))).toBeUndefined();
  });

  it("ends a form from before it, though nothing but the form is left of either since", () => {
    const before = inOrder(stop(2, other), signed(3, { purpose: "lab-due" }), start(5, mobile));
    const there = contact({ point: other, purpose: "lab-due" });
    expect(permissionRefusal(before, there)).toBeUndefined();
    expect(permissionRefusal(withEarlierRevocation(before, listed(4)), there)).toBe("opted-out");
  });

  it("leaves what a later form allows, and stops the rest", () => {
    const now = withEarlierRevocation(inOrder(signed(5, { purpose: "lab-due" })), listed(4));
    expect(permissionRefusal(now, contact({ purpose: "lab-due" }))).toBeUndefined();
    expect(permissionRefusal(now, contact())).toBe("opted-out");
  });

  it.each([3, 4])("takes back what a form of day %i allowed, when it was said on day 4", (day) => {
    const now = withEarlierRevocation(inOrder(signed(day, { purpose: "lab-due" })), listed(4));
    expect(permissionRefusal(now, contact({ purpose: "lab-due" }))).toBe("opted-out");
  });

  it("keeps its own words and date beside a wider one that came later", () => {
    const form = signed(5, { purpose: "lab-due" });
    const noTexts = listed(6, { channel: "sms" });
    const older = listed(4, { channel: "sms", purpose: "screening" });
    expect(withEarlierRevocation(inOrder(form, noTexts), older)).toEqual([older, form, noTexts]);
  });

  it("said again, in whatever part, changes nothing", () => {
    const once = withEarlierRevocation(inOrder(signed(5, { channel: "voice" })), listed(4));
    expect(withEarlierRevocation(once, listed(4))).toBe(once);
    expect(withEarlierRevocation(once, listed(2, { purpose: "screening" }))).toBe(once);
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
const from = fc.constantFrom(mobile, other);
const word: fc.Arbitrary<PermissionStatement> = fc.oneof(
  from.map((one) => stop(0, one)),
  from.map((one) => start(0, one)),
  scope.map((one) => signed(0, one)),
  fc.tuple(scope, fc.option(from, { nil: undefined })).map(([of, by]) => listed(0, of, by)),
);
const anyContact: fc.Arbitrary<IntendedContact> = fc.record({
  channel: fc.constantFrom("sms" as const, "voice" as const, "email" as const),
  point: from,
  purpose: fc.constantFrom("screening" as const, "lab-due" as const),
});

const life = fc.array(word, { maxLength: 8 });
const row = fc.tuple(scope, fc.option(from, { nil: undefined }));

/** A row read when all else had been heard, beside a world in which it was heard when it was said. */
function bothWorlds(
  before: readonly PermissionStatement[],
  [of, by]: readonly [PermissionScope, string | undefined],
  after: readonly PermissionStatement[],
) {
  const dated = [...before, listed(0, of, by), ...after].map((each, day) => ({ ...each, at: day }));
  const said = dated[before.length] ?? listed(0);
  const late = withEarlierRevocation(inOrder(...dated.filter((each) => each !== said)), said);
  return { said, late, inTime: inOrder(...dated) };
}

describe("whenever a list is read", () => {
  it("nothing is permitted that would be refused, had the word been heard when it was said", () => {
    fc.assert(
      fc.property(life, row, life, anyContact, (before, listing, after, one) => {
        const { late, inTime } = bothWorlds(before, listing, after);
        if (permissionRefusal(inTime, one) !== "opted-out") return;
        expect(permissionRefusal(late, one)).toBe("opted-out");
      }),
    );
  });

  it("every permission that was given since stays given", () => {
    const given = fc.array(
      word.filter(({ says }) => says === "granted"),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(life, row, given, anyContact, (before, listing, after, one) => {
        const { late, inTime } = bothWorlds(before, listing, after);
        expect(permissionRefusal(late, one)).toBe(permissionRefusal(inTime, one));
      }),
    );
  });

  it("reading it again changes nothing", () => {
    fc.assert(
      fc.property(life, row, life, (before, listing, after) => {
        const { said, late } = bothWorlds(before, listing, after);
        expect(withEarlierRevocation(late, said)).toBe(late);
      }),
    );
  });
});
