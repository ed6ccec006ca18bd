import { describe, expect, it } from "vitest";
import { outboundFlow } from "#infra/voice/outbound-flow";
import { type Call, everyCall } from "#support/calls-on-flow";
import type { CallEvent } from "#support/one-action";
import { clinicWords, parts, spokenPhone } from "#support/voice-flows";

const flow = outboundFlow(parts);
const message =
  "Hello, this is Oak Clinic. To stop these calls, press 9. To book a visit, press 1.";
const voicemail = "This is Oak Clinic. Please call us at 800-555-0100.";
const { en, es } = clinicWords;

/** All that the function says of a key, of silence and of a machine. */
function answers(digit: string): readonly string[] {
  if (digit === "9") return ["stopped"];
  if (digit.length > 1) return ["goodbye"];
  return ["stopped", "agent", "again", "goodbye", "go-on", "a-new-word"];
}

const attributes = { language: "en", message, voicemail, hasVoicemail: "yes", touch: "t" };
/** One key stands for all that are not 9: which key it was is for the function to judge. */
const all = everyCall(flow, {
  attributes,
  answers: (digit) => [...answers(digit), ...(digit === "9" ? ["again"] : [])],
  keys: ["1", "9"],
});
/** Calls with every key, on which nothing fails. */
const smooth = everyCall(flow, { attributes, answers, fails: false });

const said = ({ events }: Pick<Call, "events">) =>
  events.flatMap((event) => (event.is === "said" ? [event.words] : []));
const isMachine = ({ events }: Call) =>
  events.some((event) => event.is === "answered-by" && event.who.startsWith("Voicemail"));
const toPeople = all.filter((call) => !isMachine(call));

/** What happened after the last time that this was so. */
function after({ events }: Call, isSo: (event: CallEvent) => boolean): readonly CallEvent[] {
  return events.slice(events.findLastIndex(isSo) + 1);
}
const pressed = (key: string) => (event: CallEvent) => event.is === "pressed" && event.key === key;

describe("our call to a patient, on every way it can go", () => {
  it("ends: the clinic hangs up, or a person waits for an agent", () => {
    expect(all.length).toBeGreaterThan(1_000);
    expect(new Set(all.map(({ end }) => end))).toEqual(new Set(["hung-up", "queued"]));
  });

  it("says the clinic's number to a person before it hangs up, whatever failed", () => {
    const silent = toPeople.filter(
      (call) => call.end === "hung-up" && !said(call).some((words) => words.includes(spokenPhone)),
    );
    // Only where no words at all could be spoken any more.
    for (const call of silent) {
      const steps = call.events.flatMap((event) => (event.is === "failed" ? [event.step] : []));
      expect(steps).toEqual(expect.arrayContaining(["last-words", "last-words-es"]));
    }
  });

  it("begins with who calls: the campaign's message comes first", () => {
    const others = smooth.filter((call) => !isMachine(call) && said(call)[0] !== message);
    expect(others).toEqual([]);
  });
});

describe("a key", () => {
  it("is told to the function as it was pressed", () => {
    const keys = [..."0123456789*#"];
    const heard = smooth.flatMap(({ events }) =>
      events.flatMap((event, at) => {
        const next = events[at + 1];
        return event.is === "pressed" ? [[event.key, next?.is === "told" && next.digit]] : [];
      }),
    );
    expect(new Set(heard.map(([key]) => key))).toEqual(new Set(keys));
    expect(heard.filter(([key, digit]) => key !== digit)).toEqual([]);
  });
});

describe("9", () => {
  const stopped = all.filter(({ events }) => events.some(pressed("9")));
  const after9 = (call: Call) => after(call, pressed("9"));

  it("is confirmed, and the patient hears nothing more", () => {
    const calls = smooth.filter(({ events }) => events.some(pressed("9")));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      expect(after9(call)).toEqual([
        { is: "told", digit: "9", answer: "stopped" },
        { is: "said", words: en.optedOut },
      ]);
      expect(call.end).toBe("hung-up");
    }
  });

  it("ends the call at once even when it cannot be noted or confirmed: no agent, no message", () => {
    const more = stopped.filter(
      (call) =>
        call.end !== "hung-up" ||
        after9(call).some((event) => event.is === "said" && event.words === message),
    );
    expect(more).toEqual([]);
  });

  it("is never confirmed when it was not noted: the patient hears how else to stop the calls", () => {
    const failed = stopped.filter((call) =>
      after9(call).some((event) => event.is === "told" && event.answer !== "stopped"),
    );
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter((call) => said(call).includes(en.optedOut))).toEqual([]);
    const heard = failed.filter(({ events }) =>
      events.every((event) => event.is !== "failed" || event.step === "key-9"),
    );
    expect(heard.length).toBeGreaterThan(0);
    for (const call of heard) {
      expect(said(call).at(-1)).toBe(en.notStopped);
      expect(call.attributes["stop"]).toBe("not-noted");
    }
  });
});

describe("a machine", () => {
  const calls = all.filter(isMachine);

  it("never hears the message that is for a person, only the words for machines", () => {
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls.flatMap(said))).toEqual(new Set([voicemail]));
  });

  it("hears nothing where the call has no words for it, and is reported all the same", () => {
    const bare = everyCall(flow, {
      attributes: { language: "en", message },
      answers,
      fails: false,
    });
    const machines = bare.filter(isMachine);
    expect(machines.flatMap(said)).toEqual([]);
    for (const { events } of machines) {
      expect(events.at(-1)).toMatchObject({ is: "told", digit: "VOICEMAIL" });
    }
  });
});

describe("silence", () => {
  it("twice ends in a goodbye with the clinic's number, and is reported", () => {
    const isSilent = ({ events }: Call) => events.every(({ is }) => is !== "pressed");
    const [call, ...rest] = smooth.filter((one) => isSilent(one) && !isMachine(one));
    expect(said(call!)).toEqual([message, message, en.callUs]);
    expect(call?.events).toContainEqual({ is: "told", digit: "NOINPUT", answer: "goodbye" });
    expect(rest.every((one) => said(one).length === 3)).toBe(true);
  });

  it("or keys that mean nothing: nobody hears the message more than twice", () => {
    const counts = [...all, ...smooth].map(
      (call) => said(call).filter((words) => words === message).length,
    );
    expect(counts.filter((count) => count > 2)).toEqual([]);
  });
});

describe("who asks for a person", () => {
  const asked = (event: CallEvent) => event.is === "told" && event.answer === "agent";

  it("comes to the callers' queue, with the touch they were called for", () => {
    const queued = all.filter(({ end }) => end === "queued");
    expect(queued.length).toBeGreaterThan(0);
    for (const { queue, attributes, events } of queued) {
      expect([queue, attributes["touch"]]).toEqual(["arn:queue/callers", "t"]);
      expect(events.some(asked)).toBe(true);
      expect(events.some(({ is }) => is === "open")).toBe(true);
    }
  });

  it("when the clinic is closed or all lines are busy, is promised a call back: its task is there", () => {
    const promised = all.filter((call) => said(call).includes(en.callBack));
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.filter(({ events }) => !events.some(asked))).toEqual([]);
    const refused = smooth.filter(({ events, end }) => events.some(asked) && end === "hung-up");
    const last = refused.map((call) => said(call).at(-1));
    expect(new Set(last)).toEqual(new Set([en.callBack]));
  });
});

describe("a patient who speaks Spanish", () => {
  it("hears no English, but for the last words when all others fail", () => {
    const calls = everyCall(flow, {
      attributes: { language: "es", message: "Habla Oak Clinic. Oprima 9.", touch: "t" },
      answers,
      fails: false,
    });
    const heard = new Set(calls.flatMap(said));
    const english = Object.values(en).filter((words) => heard.has(words));
    expect(english).toEqual([]);
    for (const words of [es.optedOut, es.callUs, es.thanks, es.connecting, es.callBack]) {
      expect(heard).toContain(words);
    }
  });
});
