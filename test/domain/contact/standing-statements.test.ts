import { describe, expect, it } from "vitest";
import {
  isRevoked,
  isTakenBack,
  narrowed,
  type PermissionScope,
  type PermissionStatement,
  withStatement,
} from "#domain/contact/permission";

const mobile = "p-mobile";
const other = "p-other";

const stop = (from: string = mobile, scope: PermissionScope = {}): PermissionStatement => ({
  says: "revoked",
  at: 1,
  via: "sms",
  scope,
  from,
});
const start = (from: string = mobile, at = 2): PermissionStatement => ({
  says: "granted",
  at,
  via: "sms",
  scope: {},
  from,
});
/** A word that an agent entered: it came from no number. */
const entered = (
  says: PermissionStatement["says"],
  scope: PermissionScope = {},
): PermissionStatement => ({ says, at: 3, via: "agent", scope });

const inOrder = (...said: readonly PermissionStatement[]) =>
  said.reduce<readonly PermissionStatement[]>(withStatement, []);

const noCalls = { channel: "voice" } as const;
const labs = { purpose: "lab-due" } as const;
const ownForm = entered("granted", { point: mobile });

type Words = readonly PermissionStatement[];

describe("of what was said, there still counts", () => {
  it.each<[string, Words, Words]>([
    ["a STOP in place of the same one from before", [stop(), stop()], [stop()]],
    ["a STOP in place of an earlier form", [entered("granted", labs), stop()], [stop()]],
    ["a form in place of any STOP", [stop(), entered("granted")], [entered("granted")]],
    ["a START in place of a form for its number", [ownForm, start()], [start()]],
    ["the latest START of a number", [start(mobile, 2), start(mobile, 4)], [start(mobile, 4)]],
  ])("%s", (_, said, standing) => {
    expect(inOrder(...said)).toEqual(standing);
  });

  it.each<[string, Words]>([
    ["a wider STOP and a later narrower one", [stop(), stop(mobile, noCalls)]],
    ["a narrower STOP and a later wider one", [stop(mobile, noCalls), stop()]],
    ["the STOP of each of two numbers", [stop(other), stop()]],
    ["a STOP about a number and one from another", [entered("revoked", { point: other }), stop()]],
    ["a STOP and a form for one purpose", [stop(), entered("granted", labs)]],
  ])("both: %s", (_, said) => {
    expect(inOrder(...said)).toEqual(said);
  });

  it("the START of another number, and its STOP for itself alone, after a START", () => {
    expect(inOrder(start(other), start())).toEqual([start(), start(other)]);
    expect(inOrder(stop(other), start())).toEqual([start(), stop(other, { point: other })]);
  });

  it("a form for other numbers, or for every one, after a START", () => {
    for (const form of [entered("granted", { point: other }), entered("granted", labs)]) {
      expect(inOrder(form, start())).toEqual([start(), form]);
    }
  });

  it("what a later form allowed after another number's STOP, whatever START comes then", () => {
    const here = stop(other, { point: other });
    const form = entered("granted", labs);
    expect(inOrder(stop(other), form, start())).toEqual([start(), here, form]);
  });
});

describe("everything of one kind is taken back", () => {
  it.each<[string, Words, PermissionScope, boolean]>([
    ["when a part of it is taken back once more", [stop(), stop(mobile, noCalls)], {}, true],
    ["on texts, when calls were allowed again", all(noCalls), { channel: "sms" }, true],
    [
      "at one number, when another was allowed again",
      all({ point: other }),
      { point: mobile },
      true,
    ],
    ["for labs, when a screening was allowed again", all({ purpose: "screening" }), labs, true],
    ["no more on texts, when labs were allowed again", all(labs), { channel: "sms" }, false],
    ["no more for labs, when calls were allowed again", all(noCalls), labs, false],
    ["never, when nobody said STOP", [entered("granted", labs)], labs, false],
  ])("%s", (_, said, scope, isRefused) => {
    expect(isRevoked(inOrder(...said), scope)).toBe(isRefused);
  });

  /** A STOP for everything, and a form that allows a part of it again. */
  function all(allowed: PermissionScope): Words {
    return [stop(), entered("granted", allowed)];
  }
});

describe("a STOP that was said before", () => {
  it("is no news from the same number, nor from nobody's", () => {
    expect(isTakenBack(inOrder(stop()), { scope: {}, from: mobile })).toBe(true);
    expect(isTakenBack(inOrder(stop()), { scope: noCalls, from: mobile })).toBe(true);
    expect(isTakenBack(inOrder(stop()), { scope: {} })).toBe(true);
  });

  it("is news from another number, and after a form that lifted it", () => {
    expect(isTakenBack(inOrder(stop()), { scope: {}, from: other })).toBe(false);
    const lifted = inOrder(stop(), entered("granted"), stop(other));
    expect(isTakenBack(lifted, { scope: {}, from: mobile })).toBe(false);
  });

  it("is news from a number that a form once allowed, though an agent stopped all texts since", () => {
    const said = inOrder(
      entered("granted", { point: mobile }),
      entered("revoked", { channel: "sms" }),
    );
    const texts = { channel: "sms", point: mobile } as const;
    expect(isTakenBack(said, { scope: texts })).toBe(false);
    expect(isTakenBack(said, { scope: { channel: "sms" } })).toBe(true);
  });
});

describe("KEEP", () => {
  it("narrows the latest STOP for everything alone, whatever was said before and since", () => {
    const calls = entered("revoked", noCalls);
    const form = entered("granted", labs);
    const kept = narrowed([form, stop(other), stop(), calls, form], "prescription");
    const narrow = stop(mobile, { purpose: "prescription" });
    expect(kept).toEqual([form, stop(other), narrow, calls, form]);
  });
});
