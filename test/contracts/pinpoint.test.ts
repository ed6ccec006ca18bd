import { describe, expect, it } from "vitest";
import { parsePinpointEvent } from "#contracts/aws/pinpoint-event";
import { snsEnvelope } from "#support/sns-envelope";

const touch = "oak/p-1/screening/mammogram/2026-11-23/invite/1";

/** An event as the developer guide shows it, with the context that we gave. */
function event(kind: string, status?: string) {
  return {
    event_type: kind,
    event_timestamp: 1_553_104_954_322,
    arrival_timestamp: 1_553_104_954_064,
    event_version: "3.1",
    application: { app_id: "a1b2c3", sdk: {} },
    client: { client_id: "123456789012" },
    device: { platform: {} },
    session: {},
    attributes: {
      sender_request_id: "565d4425",
      origination_phone_number: "+12065550142",
      destination_phone_number: "+14255550199",
      message_id: "m-1",
      message_type: "Transactional",
      touch,
      ...(status === undefined ? {} : { record_status: status }),
    },
    metrics: { price_in_millicents_usd: 645 },
    awsAccountId: "123456789012",
  };
}

const delivered = { is: "delivered", by: "device" };
const failed = (reason: string) => ({ is: "failed", reason });

describe("what Pinpoint reports of a text", () => {
  it.each([
    ["_SMS.SEND", undefined, { is: "sent" }],
    ["_SMS.BUFFERED", "PENDING", { is: "sent" }],
    ["_SMS.SUCCESS", "SUCCESSFUL", { is: "sent" }],
    ["_SMS.SUCCESS", "DELIVERED", delivered],
    ["_SMS.SUCCESS", "NEW_STATUS", { is: "sent" }],
    ["_SMS.FAILURE", "INVALID", failed("invalid-address")],
    ["_SMS.FAILURE", "UNREACHABLE", failed("unreachable")],
    ["_SMS.FAILURE", "CARRIER_BLOCKED", failed("content")],
    ["_SMS.FAILURE", "TTL_EXPIRED", failed("expired")],
    ["_SMS.FAILURE", "MAX_PRICE_EXCEEDED", failed("other")],
  ])("%s %s", (kind, status, receipt) => {
    const parsed = parsePinpointEvent(JSON.stringify(event(kind, status)));
    expect(parsed).toMatchObject({ ok: true, value: { touch, receipt, isOptOut: false } });
  });

  it("tells that the patient answered with the word that opts out, and who it was", () => {
    const parsed = parsePinpointEvent(snsEnvelope(event("_SMS.OPTOUT"), "2026-11-23T15:00:00Z"));
    expect(parsed).toEqual({
      ok: true,
      value: {
        touch,
        providerId: "m-1",
        isOptOut: true,
        from: "+12065550142",
        addresses: ["+14255550199"],
      },
    });
  });

  it("says nothing of a kind that is newer than this", () => {
    const parsed = parsePinpointEvent(event("_SMS.READ"));
    expect(parsed.ok && parsed.value).not.toHaveProperty("receipt");
  });

  it("is refused where it is about something else", () => {
    expect(parsePinpointEvent(event("_email.send"))).toMatchObject({
      ok: false,
      reason: "pinpoint-event/bad-event_type",
    });
  });
});
