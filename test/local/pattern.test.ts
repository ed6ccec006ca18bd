import { describe, expect, it } from "vitest";
import { matchesPattern } from "#local/events/pattern";

const event = {
  source: "aws.connect",
  detail: { eventType: "DISCONNECTED", channel: "VOICE", seconds: 12, tags: ["a", "b"] },
};

describe("an event pattern", () => {
  it.each<[string, unknown, boolean]>([
    ["a value among several", { source: ["aws.ses", "aws.connect"] }, true],
    ["another value", { source: ["aws.ses"] }, false],
    ["fields inside", { detail: { eventType: ["DISCONNECTED"], channel: ["VOICE"] } }, true],
    ["one of a list", { detail: { tags: ["b"] } }, true],
    ["a beginning", { detail: { eventType: [{ prefix: "DISC" }] } }, true],
    ["an end", { detail: { eventType: [{ suffix: "X" }] } }, false],
    ["a wildcard", { detail: { eventType: [{ wildcard: "DIS*TED" }] } }, true],
    ["a range", { detail: { seconds: [{ numeric: [">", 10, "<=", 12] }] } }, true],
    ["anything but", { detail: { channel: [{ "anything-but": ["CHAT", "TASK"] }] } }, true],
    ["something absent", { detail: { agent: [{ exists: false }] } }, true],
    ["something present", { detail: { agent: [{ exists: true }] } }, false],
    ["either", { $or: [{ source: ["x"] }, { detail: { channel: ["VOICE"] } }] }, true],
    ["any case", { detail: { channel: [{ "equals-ignore-case": "voice" }] } }, true],
    ["an unknown comparison", { detail: { channel: [{ cidr: "10.0.0.0/8" }] } }, false],
  ])("that asks for %s", (_name, pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });
});
