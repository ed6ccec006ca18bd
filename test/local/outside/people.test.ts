import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";
import { People } from "#local/outside/people";
import { phrases } from "#local/outside/phrases";
import { campaign } from "#support/a-campaign";

function people(seed: number, done: string[] = []): People {
  return new People({
    seed,
    campaigns: [campaign()],
    languageOf: () => "en",
    onDone: (patient) => done.push(patient),
  });
}

const keys = Array.from(
  { length: 400 },
  (_, index) => `oak/p${index}/screening/check/2026-10-05/invite/1`,
);
const phoneOf = (index: number) => `+1617555${String(1_000 + index)}`;

describe("simulated people", () => {
  it("do the same for the same seed, in whatever order they are asked", () => {
    const fates = (world: People, order: readonly string[]) =>
      new Map(order.map((key) => [key, world.fateOfText(key, phoneOf(keys.indexOf(key)))]));
    expect(fates(people(1), keys)).toEqual(fates(people(1), keys.toReversed()));
    expect(fates(people(1), keys)).not.toEqual(fates(people(2), keys));
  });

  it("answer, stay silent, have dead numbers and phones that report nothing", () => {
    const world = people(1);
    const fates = keys.map((key, index) => world.fateOfText(key, phoneOf(index)));
    const ends = new Set(fates.map(({ end }) => end));
    expect(ends).toEqual(
      new Set(["TEXT_DELIVERED", "TEXT_INVALID", "TEXT_UNREACHABLE", undefined]),
    );
    const answered = fates.filter(({ replies }) => replies.length > 0).length;
    expect(answered).toBeGreaterThan(80);
    expect(answered).toBeLessThan(240);
  });

  it("pick up, press keys, let it ring and have machines", () => {
    const world = people(1);
    const fates = keys.map((key) => world.fateOfCall(key));
    const heard = new Set(fates.flatMap((fate) => (fate.is === "answered" ? fate.keys : [])));
    expect(fates.some(({ is }) => is === "nobody")).toBe(true);
    for (const key of ["VOICEMAIL", "NOINPUT", "9", "1"]) expect(heard).toContain(key);
  });

  it("never answer a direct answer of ours", () => {
    const world = people(1);
    const notices = keys.map((_, index) => `oak/p${index}/reply/opted-out/in-1/notice/1`);
    const replies = notices.flatMap((key, index) => world.fateOfText(key, phoneOf(index)).replies);
    expect(replies).toEqual([]);
  });

  it("do what the campaign asks for, some of them", () => {
    const done: string[] = [];
    const world = people(1, done);
    for (const [index, key] of keys.entries()) world.fateOfText(key, phoneOf(index));
    expect(done.length).toBeGreaterThan(20);
    expect(done.length).toBeLessThan(100);
  });

  it("are understood when they say stop, and heard when they are in danger", () => {
    for (const [language, said] of Object.entries(phrases)) {
      for (const text of said.optOut) {
        expect([text, understand(text, { language }).optOut]).toEqual([text, true]);
      }
      for (const text of said.redFlag) {
        expect([text, understand(text, { language }).tier]).toEqual([
          text,
          expect.stringMatching(/^T[01]$/),
        ]);
      }
      for (const text of said.help) {
        expect([text, understand(text, { language }).help]).toEqual([text, true]);
      }
      for (const text of said.wrongNumber) {
        expect([text, understand(text, { language }).wrongNumber]).toEqual([text, true]);
      }
      for (const text of said.freeText) {
        const { optOut, wrongNumber, tier } = understand(text, { language });
        const isOrdinary = !optOut && !wrongNumber && tier !== "T0" && tier !== "T1";
        expect([text, isOrdinary]).toEqual([text, true]);
      }
    }
  });
});
