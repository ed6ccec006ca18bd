import { describe, expect, it } from "vitest";
import { parseConnectContactEvent } from "#contracts/aws/connect-contact-event";
import { parseConnectFlowEvent } from "#contracts/aws/connect-flow-event";

const touch = "oak/p-1/screening/mammogram/2026-11-23/call/1";

function contactEvent(detail: object) {
  return {
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    time: "2026-11-23T15:00:00Z",
    detail: {
      eventType: "DISCONNECTED",
      contactId: "c-1",
      channel: "Voice",
      initiationMethod: "API",
      ...detail,
    },
  };
}

describe("a contact event", () => {
  it.each([
    [{ answeringMachineDetectionStatus: "HUMAN_ANSWERED" }, { is: "delivered", by: "person" }],
    [{ AnsweringMachineDetectionStatus: "VOICEMAIL_BEEP" }, { is: "delivered", by: "machine" }],
    [{ answeringMachineDetectionStatus: "SIT_TONE_BUSY" }, { is: "failed", reason: "busy" }],
    [{ disconnectReason: "TELECOM_NUMBER_INVALID" }, { is: "failed", reason: "invalid-address" }],
    [
      {
        connectedToSystemTimestamp: "2026-11-23T14:59:00Z",
        disconnectReason: "CUSTOMER_DISCONNECT",
      },
      { is: "delivered", by: "device" },
    ],
    [{}, { is: "failed", reason: "no-answer" }],
  ])("with %j ends the call", (detail, receipt) => {
    expect(parseConnectContactEvent(JSON.stringify(contactEvent(detail)))).toEqual({
      ok: true,
      value: { providerId: "c-1", receipt, at: Date.UTC(2026, 10, 23, 15) },
    });
  });

  it("tells the touch when it carries attributes, which Connect does not promise", () => {
    const parsed = parseConnectContactEvent(contactEvent({ attributes: { touch } }));
    expect(parsed.ok && parsed.value.touch).toBe(touch);
  });

  it.each([
    { eventType: "INITIATED" },
    { eventType: "SOMETHING_NEW" },
    { initiationMethod: "INBOUND" },
    { channel: "TASK" },
  ])("with %j is read and is no receipt", (detail) => {
    const parsed = parseConnectContactEvent(contactEvent(detail));
    expect(parsed.ok && parsed.value.receipt).toBeUndefined();
    expect(parsed).toMatchObject({ ok: true, value: { providerId: "c-1" } });
  });

  it.each([
    ["{"],
    ["null"],
    [contactEvent({ contactId: 4 })],
    [{ source: "x", "detail-type": "y" }],
  ])("that is broken is refused with a code: %j", (body) => {
    expect(parseConnectContactEvent(body)).toMatchObject({ ok: false });
  });
});

function flowEvent(digit?: string, data: object = {}) {
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        ContactId: "c-1",
        InitiationMethod: "API",
        Attributes: { touch },
        CustomerEndpoint: { Address: "+14255550182", Type: "TELEPHONE_NUMBER" },
        SystemEndpoint: { Address: "+12125550101", Type: "TELEPHONE_NUMBER" },
        Queue: null,
        ...data,
      },
      Parameters: digit === undefined ? {} : { digit },
    },
  };
}

describe("a call flow's report", () => {
  it.each([
    ["2", { is: "key", key: "2" }, { is: "delivered", by: "person" }],
    ["VOICEMAIL", { is: "machine" }, { is: "delivered", by: "machine" }],
    ["NOINPUT", { is: "nothing" }, { is: "delivered", by: "device" }],
    [undefined, { is: "start" }, undefined],
  ])("of digit %s", (digit, heard, receipt) => {
    const parsed = parseConnectFlowEvent(flowEvent(digit));
    expect(parsed).toMatchObject({
      ok: true,
      value: { touch, contact: "c-1", heard, isInbound: false, caller: "+14255550182" },
    });
    expect(parsed.ok && parsed.value.receipt).toEqual(receipt);
  });

  it("of a patient who calls us has no receipt and may hide the number", () => {
    const parsed = parseConnectFlowEvent(
      flowEvent("1", { InitiationMethod: "INBOUND", Attributes: null, CustomerEndpoint: null }),
    );
    expect(parsed).toMatchObject({ ok: true, value: { isInbound: true } });
    expect(parsed.ok && (parsed.value.receipt ?? parsed.value.caller)).toBeUndefined();
  });

  it("that is broken is refused with a code", () => {
    expect(parseConnectFlowEvent({ Details: {} })).toEqual({
      ok: false,
      reason: "flow-event/bad-Details.ContactData",
    });
  });
});
