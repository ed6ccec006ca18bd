import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsMax, buildFlow } from "#infra/voice/build-flow";
import type { FlowContent, FlowStep } from "#infra/voice/flow-step";
import { waysOf } from "#support/flow-ways";

const hangUp: FlowStep = { name: "bye", type: "DisconnectParticipant", parameters: {} };

function say(name: string, next: string, otherwise = next): FlowStep {
  return {
    name,
    type: "MessageParticipant",
    parameters: { Text: `This is ${name}.` },
    next,
    faults: { NoMatchingError: otherwise },
  };
}

function loop(name: string, again: string, done: string): FlowStep {
  return {
    name,
    type: "Loop",
    parameters: { LoopCount: "2" },
    results: { ContinueLooping: again, DoneLooping: done },
  };
}

function press(name: string, one: string, otherwise: string): FlowStep {
  return {
    name,
    type: "GetParticipantInput",
    parameters: { Text: "Press 1.", StoreInput: "False", InputTimeLimitSeconds: "5" },
    results: { "1": one },
    faults: {
      InputTimeLimitExceeded: otherwise,
      NoMatchingCondition: otherwise,
      NoMatchingError: otherwise,
    },
  };
}

/** A step of some kind that leads to two of the steps numbered here. */
function stepTo(kind: number, name: string, one: string, other: string): FlowStep {
  return [say, loop, press][kind % 3]?.(name, one, other) ?? say(name, one, other);
}

const drawn = fc.array(fc.tuple(fc.nat(2), fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 });

/** Steps that may lead anywhere, nowhere included. */
const anySteps = drawn.map((rows): FlowStep[] => {
  const nameAt = (pick: number) =>
    ["bye", "gone", ...rows.map((_, at) => `s${at}`)][pick % (rows.length + 2)];
  const steps = rows.map(([kind, one, other], at) =>
    stepTo(kind, `s${at}`, String(nameAt(one)), String(nameAt(other))),
  );
  return [...steps, hangUp];
});

/** Steps that only lead on, each to the one after it among others. */
const soundSteps = drawn.map((rows): FlowStep[] => {
  const later = (at: number, pick: number) => {
    const to = at + 1 + (pick % (rows.length - at));
    return to === rows.length ? "bye" : `s${to}`;
  };
  const steps = rows.map(([kind, one], at) => stepTo(kind, `s${at}`, later(at, 0), later(at, one)));
  return [...steps, hangUp];
});

/** How many steps it takes to the end, where a number decides each way; `undefined` for too many. */
function stepsToEnd(flow: FlowContent, choices: readonly number[]): number | undefined {
  const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  const gone = new Map<string, number>();
  let at = flow.StartAction;
  for (let count = 1; count < 10_000; count += 1) {
    const action = actions.get(at);
    if (!action) throw new Error(`The flow leads to ${at}, which it does not hold.`);
    if (action.Type === "DisconnectParticipant") return count;
    const ways = waysOf(action);
    const times = gone.get(at) ?? 0;
    const isAgain = action.Type === "Loop" && times < 2;
    if (action.Type === "Loop") gone.set(at, isAgain ? times + 1 : 0);
    const pick =
      action.Type === "Loop" ? (isAgain ? 0 : 1) : (choices[count % choices.length] ?? 0);
    at = ways[pick % ways.length]?.to ?? "nowhere";
  }
  return undefined;
}

describe("a flow that is sound", () => {
  it("is taken, step by step, with everything in it as text", () => {
    fc.assert(
      fc.property(soundSteps, (steps) => {
        const flow = buildFlow(steps);
        expect(flow.Version).toBe("2019-10-30");
        expect(flow.StartAction).toBe(steps[0]?.name);
        expect(flow.Actions.map(({ Identifier }) => Identifier)).toEqual(
          steps.map(({ name }) => name),
        );
        expect(flow.Actions.length).toBeLessThanOrEqual(actionsMax);
      }),
    );
  });

  it("gives Connect a next action wherever the call goes on", () => {
    const flow = buildFlow([press("menu", "thanks", "bye"), say("thanks", "bye"), hangUp]);
    expect(flow.Actions.map(({ Transitions }) => Transitions.NextAction)).toEqual([
      "bye",
      "bye",
      undefined,
    ]);
    expect(flow.Actions[2]?.Transitions).toEqual({});
  });
});

describe("any flow", () => {
  it("is refused, or leads whoever walks it to an end and never to a step that is not there", () => {
    let taken = 0;
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(), { minLength: 1 }), (steps, choices) => {
        let flow: FlowContent;
        try {
          flow = buildFlow(steps);
        } catch {
          return;
        }
        taken += 1;
        expect(stepsToEnd(flow, choices)).toBeDefined();
        const reached = new Set([
          flow.StartAction,
          ...flow.Actions.flatMap(waysOf).map((w) => w.to),
        ]);
        expect(flow.Actions.filter(({ Identifier }) => !reached.has(Identifier))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

describe("a mistake in a sound flow is refused, and the words name the step:", () => {
  const planted = (change: (steps: FlowStep[], at: number) => FlowStep[], words: RegExp) =>
    fc.assert(
      fc.property(soundSteps, fc.nat(), (steps, pick) => {
        const at = pick % (steps.length - 1);
        expect(() => buildFlow(change([...steps], at))).toThrow(words);
      }),
    );

  it("a way to nowhere", () => {
    planted(
      (steps, at) => steps.with(at, say(`s${at}`, "bye", "gone")),
      /^flow\/(to-nowhere: step "s\d" leads to "gone")/,
    );
  });

  it("a step that nothing leads to", () => {
    planted(
      (steps) => [...steps, say("lost", "bye")],
      /^flow\/unreached: nothing leads to step "lost"/,
    );
  });

  it("two steps of one name", () => {
    planted(
      (steps, at) => [...steps, say(`s${at}`, "bye")],
      /^flow\/same-name: there are two steps "s\d"/,
    );
  });

  it("a number where Connect wants text", () => {
    planted(
      (steps, at) =>
        steps.with(at, { ...loop(`s${at}`, "bye", "bye"), parameters: { LoopCount: 2 } } as never),
      /^flow\/not-text: LoopCount of step "s\d"/,
    );
  });

  it("words that are not there", () => {
    planted(
      (steps, at) =>
        steps.with(at, { ...say(`s${at}`, "bye"), parameters: { Text: " " } } as FlowStep),
      /^flow\/not-text: Text of step "s\d"/,
    );
  });

  it("no end: the call would hang in the air", () => {
    planted(
      (steps) =>
        steps.with(-1, { name: "bye", type: "Loop", parameters: { LoopCount: "1" } } as never),
      /^flow\/no-end: step "bye"/,
    );
  });

  it("no end: the call would go round for ever", () => {
    planted((steps) => steps.with(-1, say("bye", "s0")), /^flow\/no-end: step "\w+"/);
  });
});

describe("a flow that Connect would not take at all is refused:", () => {
  it("one without a step", () => {
    expect(() => buildFlow([])).toThrow("flow/empty");
  });

  it("one with more steps than Connect counts", () => {
    const chain = Array.from({ length: actionsMax }, (_, at) =>
      say(`s${at}`, at + 1 === actionsMax ? "bye" : `s${at + 1}`),
    );
    expect(() => buildFlow([...chain, hangUp])).toThrow("flow/too-long: the flow has 251 steps");
    expect(buildFlow([...chain.slice(1), hangUp]).Actions).toHaveLength(actionsMax);
  });
});
