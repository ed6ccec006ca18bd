import { describe, expect, it } from "vitest";
import { replyEntries } from "#domain/reply/phrases";
import { lexicon, lexiconVersion } from "#domain/triage/lexicon";
import { normalise } from "#domain/triage/normalise";
import { parsePhrase } from "#domain/triage/phrase";
import { triage } from "#domain/triage/triage";

const written = [...lexicon, ...replyEntries].flatMap((entry) =>
  entry.phrases.map((phrase) => ({ id: entry.id, phrase })),
);

describe("the lexicon", () => {
  it("has a version that names its day", () => {
    expect(lexiconVersion).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  });

  it("writes every word as normalised text has it, or it would never match", () => {
    const wrong = written.filter(({ phrase }) =>
      phrase
        .split(/[ |()?]+/)
        .filter((word) => !["", "~", "&", "$", "_", "#"].includes(word))
        .some((word) => {
          const bare = word.endsWith("*") ? word.slice(0, -1) : word;
          const said = normalise(bare).words.map(({ text }) => text);
          return said.join(" ") !== bare;
        }),
    );
    expect(wrong.map(({ id, phrase }) => `${id}: ${phrase}`)).toEqual([]);
  });

  it("has no phrase that nothing is needed for", () => {
    const empty = written.filter(({ phrase }) =>
      parsePhrase(phrase).some(({ pieces }) => pieces.some(({ slots }) => slots.length === 0)),
    );
    expect(empty).toEqual([]);
  });

  it("finds each of its own red flags, said plainly, unless a longer phrase is harmless", () => {
    const missed = lexicon
      .filter((entry) => entry.kind === "symptom" && (entry.tier === "T0" || entry.tier === "T1"))
      .flatMap((entry) => entry.phrases.map((phrase) => ({ id: entry.id, phrase })))
      .filter(({ phrase }) => {
        const plain = parsePhrase(phrase)[0];
        const said = plain?.pieces
          .map(({ slots }) => slots.map((slot) => (slot[0] ?? "").replace("*", "")).join(" "))
          .join(" ");
        const { tier, review } = triage(said ?? "");
        return tier === undefined && !review;
      });
    expect(missed).toEqual([]);
  });
});

describe("a phrase", () => {
  it("spells out what is optional and what is grouped", () => {
    const slots = parsePhrase("(left arm|jaw) my? pain").map(({ pieces }) => pieces[0]?.slots);
    expect(slots).toHaveLength(4);
    expect(slots).toContainEqual([["left"], ["arm"], ["my"], ["pain"]]);
    expect(slots).toContainEqual([["jaw"], ["pain"]]);
  });

  it("joins pieces near each other or anywhere", () => {
    expect(parsePhrase("chest ~ pain*")[0]?.within).toBe(6);
    expect(parsePhrase("fever & stiff neck")[0]?.within).toBeUndefined();
  });
});
