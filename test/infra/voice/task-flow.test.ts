import { describe, expect, it } from "vitest";
import { taskQueueNames } from "#infra/voice/queue-names";
import { taskFlow } from "#infra/voice/task-flow";
import { type Call, everyCall } from "#support/calls-on-flow";
import { filesAt, textAt } from "#support/repository";

const queues = Object.fromEntries(taskQueueNames.map((name) => [name, `arn:queue/${name}`]));
const flow = taskFlow(queues as Parameters<typeof taskFlow>[0]);
const hand = (queue: string, priority: string, fails = false): readonly Call[] =>
  everyCall(flow, { attributes: { queue, priority }, fails });

/** What these files say where the pattern looks. */
function queuesNamedIn(files: string, pattern: RegExp): readonly string[] {
  const found = filesAt(files).flatMap((file) => [...textAt(file).matchAll(pattern)]);
  return found.map(([, name = ""]) => name);
}

describe("a task", () => {
  it.each(taskQueueNames)("for %s waits in the queue of that name", (name) => {
    const [taken] = hand(name, "routine");
    expect(taken).toMatchObject({ end: "queued", queue: `arn:queue/${name}` });
  });

  it("for a queue that nobody made goes to the service desk: no task is swallowed", () => {
    expect(hand("cardiology", "routine")[0]?.queue).toBe("arn:queue/service");
  });

  it.each([
    ["stat", "1"],
    ["urgent", "2"],
    ["asap", "3"],
    ["routine", undefined],
  ])("that is %s is served at %s; what says nothing is served at 5", (priority, served) => {
    expect(hand("nurse", priority)[0]?.priority).toBe(served);
  });

  it("ends on every way: in a queue, or over, to be raised again at its deadline", () => {
    const calls = hand("nurse", "stat", true);
    expect(new Set(calls.map(({ end }) => end))).toEqual(new Set(["queued", "hung-up"]));
  });
});

describe("the queues", () => {
  it("are those that the shipped campaigns and the rules for replies name", () => {
    const named = [
      ...queuesNamedIn("campaigns/*/*/campaign.yaml", /\bqueue: ([a-z-]+)/g),
      ...queuesNamedIn("shared/domain/{task,record}/*.ts", /\bqueue: "([a-z-]+)"/g),
    ];
    expect([...new Set(named)].toSorted()).toEqual([...taskQueueNames].toSorted());
  });
});
