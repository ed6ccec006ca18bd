import { describe, expect, it } from "vitest";
import { inboundFlow } from "#infra/voice/inbound-flow";
import { waitingFlow } from "#infra/voice/waiting-flow";
import { type Call, everyCall } from "#support/calls-on-flow";
import { clinicWords, parts, spokenPhone } from "#support/voice-flows";

const { en, es } = clinicWords;
const answers = (digit: string) => [digit === "9" ? "stopped" : "agent"];
const flow = inboundFlow(parts);
/** Whatever goes wrong, a function that answers out of turn among it. */
const all = everyCall(flow, { attributes: {}, answers: (digit) => [...answers(digit), "again"] });
/** Calls on which nothing fails. */
const smooth = everyCall(flow, { attributes: {}, answers, fails: false });

const said = ({ events }: Call) =>
  events.flatMap((event) => (event.is === "said" ? [event.words] : []));
const told = ({ events }: Call) =>
  events.flatMap((event) => (event.is === "told" ? [[event.digit, event.answer]] : []));
const pressed = ({ events }: Call) =>
  events.flatMap((event) => (event.is === "pressed" ? [event.key] : []));
const failed = ({ events }: Call) =>
  events.flatMap((event) => (event.is === "failed" ? [event.step] : []));
const noWordsLeft = expect.arrayContaining(["last-words", "last-words-es"]);

describe("a patient's call to the clinic's line", () => {
  it("is met with the clinic's name, what to do in an emergency, and both languages", () => {
    for (const call of smooth) {
      expect(said(call)[0]).toContain("This is Oak Clinic. In an emergency, hang up and call 911.");
      expect(said(call)[0]).toContain("Para español, oprima 2.");
    }
  });

  it("ends with a person, or with the clinic's number", () => {
    for (const call of all) {
      if (call.end === "queued" || said(call).some((words) => words.includes(spokenPhone)))
        continue;
      expect(failed(call)).toEqual(noWordsLeft);
    }
  });

  it("needs no key: whoever presses none, or any but 9, comes to a person while we are open", () => {
    const calls = smooth.filter((call) => !pressed(call).includes("9"));
    const keys = new Set(calls.map((call) => pressed(call).join(" ")));
    expect(keys).toContain("");
    for (const key of ["0", "1", "2 0", "2"]) expect(keys).toContain(key);
    const isOpen = ({ events }: Call) => events.some(({ is }) => is === "open");
    expect(calls.filter((call) => call.end === "queued" && !isOpen(call))).toEqual([]);
    const ways = new Set(calls.map((call) => `${call.end} ${said(call).at(-1)}`));
    expect(ways).toEqual(
      new Set([
        `queued ${en.connecting}`,
        `queued ${es.connecting}`,
        `hung-up ${en.callBack}`,
        `hung-up ${es.callBack}`,
      ]),
    );
  });

  it("by 9 opts out: it is confirmed, in the language chosen, and the call is over", () => {
    const calls = smooth.filter((call) => pressed(call).includes("9"));
    for (const call of calls) {
      expect(told(call)).toEqual([["9", "stopped"]]);
      expect(said(call).at(-1)).toBe(pressed(call)[0] === "2" ? es.optedOut : en.optedOut);
      expect(call.end).toBe("hung-up");
    }
    expect(calls).toHaveLength(2);
  });

  it("by a 9 that cannot be noted comes to a person who notes it, and carries a mark", () => {
    const calls = all.filter((call) =>
      told(call).some(([digit, answer]) => digit === "9" && answer !== "stopped"),
    );
    const confirmed = calls.filter((call) =>
      [en.optedOut, es.optedOut].some((words) => said(call).includes(words)),
    );
    expect(confirmed).toEqual([]);
    const queued = calls.filter(({ end }) => end === "queued");
    expect(queued.length).toBeGreaterThan(0);
    for (const call of queued) {
      const isMarkable = !failed(call).includes("mark-stop");
      expect(call.attributes["stop"]).toBe(isMarkable ? "not-noted" : undefined);
    }
  });

  it("is promised a call back only when its task is there", () => {
    const promised = all.filter((call) =>
      [en.callBack, es.callBack].some((words) => said(call).includes(words)),
    );
    expect(promised.length).toBeGreaterThan(0);
    for (const call of promised) expect(told(call)).toContainEqual(["0", "agent"]);
  });
});

describe("waiting for an agent", () => {
  /** What a contact carries that comes to the queue. */
  const { attributes } = smooth.find(({ end }) => end === "queued")!;
  const waits = everyCall(waitingFlow(clinicWords), { attributes, answers });

  it("ends after five minutes at most, with an agent or the promise of a call back", () => {
    for (const call of waits) {
      const stays = said(call).filter((words) => words === en.waiting);
      expect(stays.length).toBeLessThanOrEqual(5);
      if (call.end === "taken") continue;
      if (said(call).some((words) => words.includes(spokenPhone))) continue;
      expect(failed(call)).toEqual(noWordsLeft);
    }
    const patient = waits.find((call) => failed(call).length === 0 && call.end === "hung-up");
    expect(said(patient!)).toEqual([...Array(5).fill(en.waiting), en.callBack]);
  });
});
