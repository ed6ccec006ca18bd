import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "#domain/campaign/check";
import { checkNotices } from "#domain/campaign/checks/notices";
import { headerShape } from "#domain/campaign/definition";
import { problemCodes } from "#domain/campaign/problem-code";
import { sameAsKey } from "#domain/campaign/same-as";
import { stepDefinitions } from "#domain/campaign/step-definition";
import { noticeKinds } from "#domain/record/notice";
import { today } from "#support/campaign-problems";
import { campaignSource } from "#support/campaign-source";

const codes: readonly string[] = [...problemCodes.error, ...problemCodes.warning];

/** Words that mean something somewhere, so that arbitrary files reach the depths of each check. */
const words = [
  ...Object.keys(headerShape),
  ...Object.values(stepDefinitions).flatMap(({ shape }) => Object.keys(shape)),
  ...["steps", "sms", "email", "voice", "subject", "text", sameAsKey, "silence", "end", "9", "1"],
  ...["translates", "translatedBy", "reviewedBy", "open", "__proto__", "constructor", "toString"],
  ...["a", "b", "2026-02-30", "3 days", "{clinic}", "{given}", "https://bit.ly/{phone}", "statin"],
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom(...words, ".", "?", "\n", "Reply", "1", ",", "😜", "á"), {
      maxLength: 40,
    })
    .map((all) => all.join(" ")),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.constantFrom(null, undefined, true, 0, -1, 1e21, Number.NaN),
    fc.dictionary(text, tie("value"), { maxKeys: 6 }),
    fc.array(tie("value"), { maxLength: 4 }),
  ),
}));

/** Puts a value in the place of one somewhere inside another. */
function broken(whole: unknown, way: readonly number[], by: unknown): unknown {
  const [turn, ...rest] = way;
  if (turn === undefined || typeof whole !== "object" || whole === null) return by;
  const entries = Object.entries(whole);
  if (entries.length === 0) return by;
  const at = turn % entries.length;
  const changed = entries.map(([key, inner], index) =>
    index === at ? [key, broken(inner, rest, by)] : [key, inner],
  );
  return Array.isArray(whole) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

describe("whatever a file holds", () => {
  it("check answers, with codes that are explained and files that are there", () => {
    fc.assert(
      fc.property(value, value, value, (definition, en, es) => {
        const source = { folder: "a/b", definition, messages: { en, es } };
        for (const problem of check(source, { today, domains: ["oak.example"] })) {
          expect(codes).toContain(problem.code);
          expect(problem.message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("and whatever is broken in a sound campaign", () => {
    const way = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 });
    const part = fc.constantFrom("definition", "en", "es");
    fc.assert(
      fc.property(part, way, value, (where, turns, by) => {
        const { folder, definition, messages } = campaignSource();
        const all = { definition, ...messages };
        const changed = { ...all, [where]: broken(all[where as "definition"], turns, by) };
        const { definition: own, ...others } = changed;
        const problems = check({ folder, definition: own, messages: others }, { today });
        for (const { code } of problems) expect(codes).toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it("the check of notices answers too", () => {
    const file = fc.dictionary(fc.oneof(fc.constantFrom(...noticeKinds), text), value, {
      maxKeys: 6,
    });
    fc.assert(
      fc.property(fc.oneof(file, value), fc.oneof(file, value), (en, es) => {
        for (const { code } of checkNotices({ en, es })) expect(codes).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});
