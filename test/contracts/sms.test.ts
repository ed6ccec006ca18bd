import { describe, expect, it } from "vitest";
import { parseSmsEvent } from "#contracts/aws/sms-event";
import { parseSmsInbound } from "#contracts/aws/sms-inbound";
import { snsEnvelope } from "../support/sns-envelope.ts";

const inbound = {
  originationNumber: "+14255550182",
  destinationNumber: "+12125550101",
  messageKeyword: "KEYWORD_1",
  messageBody: "STOP please",
  inboundMessageId: "in-1",
  previousPublishedMessageId: "out-1",
};

const event = {
  eventType: "TEXT_DELIVERED",
  eventTimestamp: 1_686_975_103_470,
  messageId: "out-1",
  isFinal: true,
  destinationPhoneNumber: "+14255550182",
  context: { touch: "oak/p-1/screening/mammogram/2026-11-23/invite/1" },
};

describe("a text from a patient", () => {
  const value = {
    reply: "in-1",
    from: "+14255550182",
    to: "+12125550101",
    text: "STOP please",
    answersProviderId: "out-1",
  };

  it("is read with raw delivery", () => {
    expect(parseSmsInbound(JSON.stringify(inbound))).toEqual({ ok: true, value });
  });

  it("is read inside the SNS envelope, which also tells the time", () => {
    const body = snsEnvelope(inbound, "2026-11-23T15:00:00.000Z");
    expect(parseSmsInbound(body)).toEqual({
      ok: true,
      value: { ...value, at: Date.UTC(2026, 10, 23, 15) },
    });
  });

  it("may carry no words and answer nothing known", () => {
    const bare = { ...inbound, messageBody: null, previousPublishedMessageId: undefined };
    expect(parseSmsInbound(bare)).toMatchObject({ ok: true, value: { text: "" } });
  });

  it.each([
    ["not JSON", "STOP"],
    ["a bare number", "42"],
    ["an envelope around no JSON", snsEnvelope("STOP +14255550182", "2026-11-23T15:00:00Z", true)],
    ["without a sender", { ...inbound, originationNumber: undefined }],
    ["without an id", { ...inbound, inboundMessageId: "" }],
    ["undefined", undefined],
  ])("that is %s is refused with a code and no words of it", (_, body) => {
    const parsed = parseSmsInbound(body);
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed)).not.toMatch(/STOP|4255550182/);
  });
});

describe("a carrier's report of a text", () => {
  it.each([
    ["TEXT_SUCCESSFUL", { is: "sent" }],
    ["TEXT_UNKNOWN", { is: "sent" }],
    ["TEXT_DELIVERED", { is: "delivered", by: "device" }],
    ["TEXT_INVALID", { is: "failed", reason: "invalid-address" }],
    ["TEXT_BLOCKED", { is: "failed", reason: "blocked" }],
    ["TEXT_CARRIER_BLOCKED", { is: "failed", reason: "content" }],
    ["TEXT_SPAM", { is: "failed", reason: "content" }],
    ["TEXT_PROTECT_BLOCKED", { is: "failed", reason: "not-configured" }],
    ["TEXT_CARRIER_UNREACHABLE", { is: "failed", reason: "unreachable" }],
    ["TEXT_TTL_EXPIRED", { is: "failed", reason: "expired" }],
  ])("%s becomes a receipt of the touch in its context", (eventType, receipt) => {
    expect(parseSmsEvent({ ...event, eventType })).toEqual({
      ok: true,
      value: {
        touch: event.context.touch,
        receipt,
        providerId: "out-1",
        at: event.eventTimestamp,
      },
    });
  });

  it.each(["VOICE_INITIATED", "TEXT_FROM_THE_FUTURE", "toString"])(
    "%s is read and is no receipt",
    (eventType) => {
      const parsed = parseSmsEvent({ ...event, eventType });
      expect(parsed).toMatchObject({ ok: true });
      expect(parsed.ok && parsed.value.receipt).toBeUndefined();
    },
  );

  it("may be of a text that was not ours, in SNS or by EventBridge", () => {
    const foreign = { ...event, context: undefined };
    const bridged = { source: "aws.sms-voice", "detail-type": "Text Message", detail: foreign };
    for (const body of [snsEnvelope(foreign, "2026-11-23T15:00:00Z"), bridged]) {
      const parsed = parseSmsEvent(body);
      expect(parsed.ok && parsed.value.touch).toBeUndefined();
      expect(parsed).toMatchObject({ ok: true, value: { providerId: "out-1" } });
    }
  });

  it("that is malformed is refused with a code", () => {
    expect(parseSmsEvent({ ...event, messageId: 7 })).toEqual({
      ok: false,
      reason: "sms-event/bad-messageId",
    });
  });
});
