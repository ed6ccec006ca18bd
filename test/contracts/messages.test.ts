import { describe, expect, it } from "vitest";
import { parseDueMessage } from "#contracts/due-message";
import { parseEnrollMessage } from "#contracts/enroll-message";
import { parseImportMessage } from "#contracts/import-message";
import { parseMirrorMessage } from "#contracts/mirror-message";
import { parsePageMessage } from "#contracts/page-message";
import { parseScheduleInput } from "#contracts/schedule-input";
import { parseUnsubscribeMessage } from "#contracts/unsubscribe-message";
import { parseUrgentMessage } from "#contracts/urgent-message";

const due = { schema: "due.v1", organization: "oak", patient: "p-1", lane: "sms", dueAt: 1000 };
const enroll = {
  schema: "enroll.v1",
  organization: "oak",
  patient: "p-1",
  campaign: "screening/mammogram",
  version: 1,
  on: 20_780,
};

describe("our own messages", () => {
  it("are read as text or as objects", () => {
    expect(parseDueMessage(JSON.stringify(due))).toEqual({ ok: true, value: due });
    expect(parseDueMessage(due)).toEqual({ ok: true, value: due });
    expect(parseEnrollMessage(enroll)).toEqual({ ok: true, value: enroll });
    const file = { schema: "import.v1", organization: "oak", bucket: "b", key: "k", fromLine: 1 };
    expect(parseImportMessage(file)).toEqual({ ok: true, value: file });
    const urgent = { schema: "urgent.v1", organization: "oak", patient: "p-1", task: "t-1" };
    expect(parseUrgentMessage(urgent)).toEqual({ ok: true, value: urgent });
    const mirror = { schema: "mirror.v1", organization: "oak", patient: "p-1" };
    expect(parseMirrorMessage(mirror)).toEqual({ ok: true, value: mirror });
    const unsubscribe = { schema: "unsubscribe.v1", touch: "oak/p-1/a/b/2026-11-23/invite/1" };
    expect(parseUnsubscribeMessage(unsubscribe)).toEqual({ ok: true, value: unsubscribe });
    expect(parseUnsubscribeMessage({ ...unsubscribe, via: "sms" }).ok).toBe(true);
    expect(parseUnsubscribeMessage({ ...unsubscribe, given: "Ana" }).ok).toBe(false);
    const page = { schema: "page.v1", page: "0f".repeat(32), word: "answer" };
    expect(parsePageMessage(page)).toEqual({ ok: true, value: page });
    expect(parsePageMessage({ ...page, word: "stop" }).ok).toBe(false);
    expect(parsePageMessage({ ...page, answer: "already-done" }).ok).toBe(false);
    expect(parseScheduleInput({ schema: "release.v1" }).ok).toBe(true);
    expect(parseScheduleInput({ schema: "select.v1", organization: "oak" }).ok).toBe(true);
  });

  it.each([
    ["not JSON", "{", "due/not-json"],
    ["nothing", "", "due/not-json"],
    ["a list", "[]", "due/bad-shape"],
    ["null", null, "due/bad-schema"],
    ["a later version", { ...due, schema: "due.v2" }, "due/bad-schema"],
    ["a field too many", { ...due, phone: "+14255550182" }, "due/bad-shape"],
    ["a lane that is none", { ...due, lane: "fax" }, "due/bad-lane"],
    ["an id that would break a key", { ...due, patient: "p#1" }, "due/bad-patient"],
  ])("that are %s are refused with a code and without their content", (_, body, reason) => {
    const parsed = parseDueMessage(body);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      if (body !== null) expect(parsed.reason).toBe(reason);
      expect(JSON.stringify(parsed)).not.toContain("4255550182");
    }
  });
});
