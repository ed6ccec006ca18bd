import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PointStop,
  type PointWords,
  type StopEffect,
  strongestEffect,
  withStart,
  withStop,
} from "#domain/contact/point-stop";

const stop = (overrides: Partial<PointStop> = {}): PointStop => ({
  at: 10,
  via: "sms",
  evidence: { by: "other-owner", reference: "reply:r1" },
  ...overrides,
});
const silent: PointWords = { stops: [] };
const standing = (...stops: readonly PointStop[]) =>
  stops.reduce((words, each) => withStop(words, each).words, silent);

describe("what stands at a phone", () => {
  it("is a STOP until START", () => {
    const stopped = withStop(silent, stop());
    expect(stopped).toEqual({ is: "stopped", words: { stops: [stop()] } });
    expect(withStart(stopped.words, 20).stops).toEqual([]);
  });

  it("is a STOP that came after START, and none that came before it", () => {
    const started = withStart(standing(stop()), 20);
    expect(withStop(started, stop({ at: 19 })).is).toBe("opted-in-since");
    expect(withStop(started, stop({ at: 21 })).is).toBe("stopped");
    expect(withStop(started, stop({ at: 20 })).is).toBe("stopped");
    for (const at of [20, 21]) expect(withStart(standing(stop({ at })), 20).stops).toHaveLength(1);
  });

  it("is one stop, when a wider one says the same and more", () => {
    const texts = stop({ scope: { channel: "sms" } });
    const all = stop({ at: 30 });
    expect(standing(texts, all).stops).toEqual([all]);
    expect(withStop(standing(all), texts).is).toBe("already-stopped");
  });

  it("said again later counts from then, and is no news", () => {
    const again = withStop(standing(stop()), stop({ at: 30 }));
    expect(again.is).toBe("already-stopped");
    expect(again.words.stops).toEqual([stop({ at: 30 })]);
  });

  it("is the same as before when the very same word is heard again", () => {
    const stopped = standing(stop());
    expect(withStop(stopped, stop())).toEqual({ is: "already-stopped", words: stopped });
    expect(withStop(stopped, stop()).words).toBe(stopped);
    const started = withStart(stopped, 20);
    for (const at of [19, 20]) expect(withStart(started, at)).toBe(started);
  });

  it("is a narrower stop too that was said after a wider one, for a START between the two", () => {
    const texts = stop({ at: 30, scope: { channel: "sms" } });
    expect(standing(texts, stop()).stops).toEqual([texts, stop()]);
    expect(withStart(standing(texts, stop()), 20).stops).toEqual([texts]);
    const atOnce = stop({ scope: { channel: "sms" } });
    expect(standing(atOnce, stop()).stops).toEqual([stop()]);
  });

  it("a stop of unknown date stands until START, whatever a list says of it", () => {
    const { at: _, ...undated } = stop();
    const words: PointWords = { stops: [undated] };
    expect(withStop(words, stop()).words).toBe(words);
    expect(withStart(words, 20).stops).toEqual([]);
  });
});

describe("what a stop came to for several people", () => {
  it.each<[readonly StopEffect[], StopEffect]>([
    [["opted-in-since", "already-stopped", "stopped"], "stopped"],
    [["opted-in-since", "already-stopped"], "already-stopped"],
    [["opted-in-since"], "opted-in-since"],
    [[], "opted-in-since"],
  ])("%j together are %s", (effects, strongest) => {
    expect(strongestEffect(effects)).toBe(strongest);
  });
});

const channel = fc.constantFrom("sms" as const, "voice" as const);
const word = fc.oneof(
  fc.record({ says: fc.constant("stop" as const), at: fc.nat(20), channel: fc.option(channel) }),
  fc.record({ says: fc.constant("start" as const), at: fc.nat(20) }),
);

describe("stops and STARTs", () => {
  it("leave the same behind in whatever order, and however often, they are heard", () => {
    const heard = (words: readonly (typeof word extends fc.Arbitrary<infer One> ? One : never)[]) =>
      words.reduce<PointWords>(
        (known, each) =>
          each.says === "start"
            ? withStart(known, each.at)
            : withStop(known, stop({ at: each.at, ...scopeOf(each.channel) })).words,
        silent,
      );
    const scopeOf = (one: "sms" | "voice" | null) => (one ? { scope: { channel: one } } : {});
    const isStopped = ({ stops }: PointWords, one: "sms" | "voice") =>
      stops.some(({ scope = {} }) => (scope.channel ?? one) === one);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (words, rolls) => {
        const shuffled = [...words, ...words]
          .map((each) => ({ each, roll: rolls.next().value }))
          .toSorted((a, b) => a.roll - b.roll)
          .map(({ each }) => each);
        for (const one of ["sms", "voice"] as const) {
          expect(isStopped(heard(shuffled), one)).toBe(isStopped(heard(words), one));
        }
      }),
    );
  });
});
