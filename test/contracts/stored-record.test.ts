import { describe, expect, it } from "vitest";
import { pack, unpack } from "#contracts/stored/packed";
import { formatRecordBody, parseRecordBody } from "#contracts/stored/record-body";
import { decide } from "#domain/record/decide";
import { evolveAll } from "#domain/record/evolve";
import { enroll, monday, record, rules } from "../support/a-record.ts";

function written() {
  const owner = { organization: "oak-clinic", patient: "0a1b2c3d-4e5f-4678-9abc-def012345678" };
  const before = record({ ...owner, reach: reach() });
  const enrolled = evolveAll(before, decide(before, enroll(monday, { traits }), rules()));
  const claim = { type: "claim", at: monday, channel: "sms" } as const;
  const events = decide(enrolled, claim, rules());
  return { after: evolveAll(enrolled, events), events };
}

const traits = { language: "es", ageBand: "60-69", sex: "female", site: "north-clinic" };

function reach() {
  const points = { sms: "pt-3f9a8b7c6d5e", voice: "pt-3f9a8b7c6d5e", email: "pt-aa9a8b7c6d5e" };
  return { zones: ["America/New_York"], states: ["NY" as const], language: "es", points };
}

describe("a stored record", () => {
  it("is read back as it was written", () => {
    const { after } = written();
    const { organization: _, patient: __, revision: ___, ...body } = after;
    expect(parseRecordBody(unpack(pack(formatRecordBody(after))))).toEqual(body);
    expect(parseRecordBody(formatRecordBody(after))).toEqual(body);
  });

  it("takes less than one write unit of 1 KB with one enrollment, events and keys included", () => {
    const { after, events } = written();
    const texts = [pack(formatRecordBody(after)), pack(JSON.stringify(events))];
    const keysAndNumbers = 160;
    expect(texts.join("").length + keysAndNumbers).toBeLessThan(900);
  });

  it("keeps fields of a newer release that this one does not know", () => {
    const { after } = written();
    const newer = { ...JSON.parse(formatRecordBody(after)), seen: "tomorrow" };
    expect(parseRecordBody(JSON.stringify(newer))).toMatchObject({ seen: "tomorrow" });
  });

  it.each(["{", "null", "[]", "{}", '{"schema":"record.v0"}', '{"schema":"toString"}'])(
    "that is broken is none: %s",
    (text) => {
      expect(parseRecordBody(text)).toBeUndefined();
    },
  );

  it("of before opt-outs had a scope is read: the one opt-out was for everything", () => {
    const enrollment = {
      campaign: "screening/check",
      version: 1,
      episode: "e1",
      step: "invite",
      entries: 1,
      occurrences: { invite: 1 },
      asked: { step: "invite", at: 5 },
      state: { status: "waiting", until: 9, channel: "email", triesLeft: 1 },
    };
    const v1 = {
      schema: "record.v1",
      reach: reach(),
      optedOut: { at: 7, via: "sms" },
      badPoints: [],
      enrollments: [enrollment],
      touches: [],
      notices: [],
      tasks: [],
      heard: [],
      past: [],
    };
    expect(parseRecordBody(JSON.stringify(v1))).toMatchObject({
      permissions: [{ says: "revoked", at: 7, via: "sms", scope: {} }],
      enrollments: [{ asked: { email: { step: "invite", at: 5 } } }],
    });
    const { optedOut: _, ...never } = v1;
    expect(parseRecordBody(JSON.stringify(never))).toMatchObject({ permissions: [] });
  });

  it("packed by an earlier release is still read: the dictionary never changes", () => {
    const text = '{"schema":"record.v1","reach":{"zones":["America/New_York"],"language":"en"}}';
    const packed = "z1:o1peyFOqrQUA";
    expect(unpack(packed)).toBe(text);
    expect(unpack(text)).toBe(text);
    expect(pack("{}")).toBe("{}");
  });
});
