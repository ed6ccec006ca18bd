import { describe, expect, it } from "vitest";
import { type CrashCase, caseId, parseCaseId } from "./case.ts";

const pair: CrashCase = {
  scenario: "send-sms",
  redelivery: "later",
  faults: [
    { label: "PutItem.record", nth: 1, kind: "killed-after" },
    { label: "Query.due-sms", nth: 2, kind: "lost-once" },
  ],
};

describe("the name of a case", () => {
  it("says all that is needed to repeat it", () => {
    const id = "send-sms/later/PutItem.record.1:killed-after+Query.due-sms.2:lost-once";
    expect(caseId(pair)).toBe(id);
    expect(parseCaseId(id)).toEqual(pair);
  });

  it("tells who stands in the place of our function, and whether carriers keep silent", () => {
    const other: CrashCase = {
      ...pair,
      ...{ instead: "lease-and-retries", faults: [], isSilent: true },
    };
    expect(caseId(other)).toBe("send-sms@lease-and-retries/later/nothing/silent");
    expect(parseCaseId(caseId(other))).toEqual(other);
  });

  it.each(["send-sms/sometimes/nothing", "send-sms/later/PutItem.record.1:burnt"])(
    "is refused where it makes no sense: %s",
    (id) => {
      expect(() => parseCaseId(id)).toThrow(/^not a (case|fault)/);
    },
  );
});
