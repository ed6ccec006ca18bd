import { describe, expect, it } from "vitest";
import { blanketRefusal, speechNeeds, usablePoint } from "#domain/record/permission";
import type { PatientRecord } from "#domain/record/record";
import { begin } from "#domain/record/turn";
import { campaign } from "#support/a-campaign";
import { monday, newYork, record, rules } from "#support/a-record";

const usable = (overrides: Partial<PatientRecord> = {}) =>
  usablePoint(begin(record(overrides), monday, rules()), campaign(), "sms");

describe("where a campaign may text a patient", () => {
  it("is their number, when nothing speaks against it", () => {
    expect(usable()).toEqual({ point: "p-mobile" });
    expect(usable({ badPoints: ["p-mail"] })).toEqual({ point: "p-mobile" });
  });

  it.each<[string, Partial<PatientRecord>, object]>([
    ["there is no number", { reach: { ...newYork, points: {} } }, { refused: "no-channel" }],
    ["the number is someone else's", { badPoints: ["p-mobile"] }, { refused: "bad-point" }],
    [
      "only letters were asked for",
      { preferences: { only: ["email"] } },
      { refused: "restricted", rule: "confidential-communication" },
    ],
    [
      "texts were taken back",
      { permissions: [{ says: "revoked", at: 1, via: "sms", scope: { channel: "sms" } }] },
      { refused: "opted-out" },
    ],
  ])("is nowhere when %s", (_, overrides, refusal) => {
    expect(usable(overrides)).toEqual(refusal);
  });
});

describe("a whole campaign is refused", () => {
  const revoked = { says: "revoked", at: 1, via: "sms", scope: {} } as const;
  const minor = { ...newYork, doNotContact: "minor" } as const;

  it.each<[string, Partial<PatientRecord>, string | undefined]>([
    ["to whom nobody may contact", { reach: minor }, "do-not-contact"],
    ["after STOP", { permissions: [revoked], reach: minor }, "opted-out"],
    ["never to anybody else", {}, undefined],
  ])("%s", (_, overrides, refusal) => {
    expect(blanketRefusal(record(overrides), campaign())).toBe(refusal);
  });
});

describe("an agent talks to a patient", () => {
  it("in their language, with what they need", () => {
    expect(speechNeeds(record())).toEqual({ language: "en", needs: {} });
    const deaf = record({ reach: { ...newYork, needs: { tty: true } } });
    expect(speechNeeds(deaf)).toEqual({ language: "en", needs: { tty: true } });
  });

  it("in the language that they asked for, before that of the profile", () => {
    expect(speechNeeds(record({ preferences: { language: "es" } })).language).toBe("es");
  });

  it("with an interpreter where nobody wrote our messages in their language", () => {
    const reach = { ...newYork, language: "vi", needs: { tty: true } } as const;
    expect(speechNeeds(record({ reach }))).toEqual({
      language: "vi",
      needs: { tty: true, interpreter: true },
    });
  });
});
