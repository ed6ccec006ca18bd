import { describe, expect, it } from "vitest";
import { parseSesEvent } from "#contracts/aws/ses-event";
import { parseSesInbound } from "#contracts/aws/ses-inbound";
import { touchTags } from "#contracts/touch-tag";
import { snsEnvelope } from "../support/sns-envelope.ts";

const touch = "oak/p-1/screening/mammogram/2026-11-23/invite/1";

function tagged(key: string): Record<string, string[]> {
  return Object.fromEntries(touchTags(key).map((tag) => [tag.name, [tag.value]]));
}

const mail = {
  messageId: "mail-1",
  timestamp: "2026-11-23T15:00:00.000Z",
  destination: ["Ana@example.org"],
  tags: { ...tagged(touch), "ses:from-domain": ["example.com"] },
};

describe("a report of a mail", () => {
  it.each([
    ["Send", { send: {} }, { is: "sent" }],
    ["Delivery", { delivery: {} }, { is: "delivered", by: "device" }],
    ["Bounce", { bounce: { bounceType: "Permanent" } }, { is: "failed", reason: "bounced" }],
    [
      "Bounce",
      { bounce: { bounceType: "Transient", bounceSubType: "MailboxFull" } },
      { is: "failed", reason: "unreachable" },
    ],
    ["Complaint", { complaint: {} }, { is: "failed", reason: "complaint" }],
    ["Reject", { reject: { reason: "Bad content" } }, { is: "failed", reason: "other" }],
  ])("of kind %s becomes a receipt of the touch in its tags", (eventType, detail, receipt) => {
    const body = snsEnvelope({ eventType, mail, ...detail }, "2026-11-23T15:00:01Z");
    expect(parseSesEvent(body)).toMatchObject({
      ok: true,
      value: { touch, receipt, providerId: "mail-1", isOptOut: eventType === "Complaint" },
    });
  });

  it.each([
    ["an open", { eventType: "Open" }],
    ["a delay", { eventType: "DeliveryDelay" }],
    [
      "an out-of-office answer",
      { eventType: "Bounce", bounce: { bounceType: "Transient", bounceSubType: "General" } },
    ],
  ])("%s says nothing of its end", (_, detail) => {
    const parsed = parseSesEvent({ mail, ...detail });
    expect(parsed).toMatchObject({ ok: true, value: { isOptOut: false } });
    expect(parsed.ok && parsed.value.receipt).toBeUndefined();
  });

  it("an identity notification has no touch but names the address", () => {
    const notification = {
      notificationType: "Complaint",
      mail: { ...mail, tags: undefined },
      complaint: { complainedRecipients: [{ emailAddress: "Ana@Example.org" }] },
    };
    const parsed = parseSesEvent(notification);
    expect(parsed).toMatchObject({
      ok: true,
      value: { isOptOut: true, addresses: ["ana@example.org"] },
    });
    expect(parsed.ok && parsed.value.touch).toBeUndefined();
  });

  it("an unsubscribe through SES is an opt-out; a complaint taken back is not", () => {
    const subscription = { newTopicPreferences: { unsubscribeAll: true } };
    expect(parseSesEvent({ eventType: "Subscription", mail, subscription })).toMatchObject({
      value: { isOptOut: true },
    });
    const complaint = { complaintFeedbackType: "not-spam" };
    expect(parseSesEvent({ eventType: "Complaint", mail, complaint })).toMatchObject({
      value: { isOptOut: false },
    });
  });

  it("a touch key too long for one tag comes back whole", () => {
    const long = `oak/${"p".repeat(64)}/${"f".repeat(60)}/${"n".repeat(60)}/2026-11-23/step/1`;
    expect(touchTags(long)).toHaveLength(2);
    const parsed = parseSesEvent({ eventType: "Send", mail: { ...mail, tags: tagged(long) } });
    expect(parsed.ok && parsed.value.touch).toBe(long);
  });

  it.each([
    ["without a mail", { eventType: "Bounce" }, "ses-event/bad-mail"],
    ["without a kind", { mail }, "ses-event/no-kind"],
    [
      "that is an inbound mail",
      { notificationType: "Received", mail },
      "ses-event/is-inbound-mail",
    ],
  ])("%s is refused with a code", (_, body, reason) => {
    expect(parseSesEvent(body)).toEqual({ ok: false, reason });
  });
});

function received(content: string, headers: { name: string; value: string }[] = []) {
  return {
    notificationType: "Received",
    content,
    mail: {
      messageId: "in-1",
      source: "bounce@example.net",
      timestamp: "2026-11-23T15:00:00.000Z",
      destination: ["Care@clinic.example"],
      headers,
      commonHeaders: { from: ["Ana Ruiz <Ana@Example.org>"], subject: "Re: Your mammogram" },
    },
    receipt: { recipients: ["Care@clinic.example"], action: { type: "SNS", encoding: "UTF8" } },
  };
}

describe("a mail from a patient", () => {
  it("gives the words that were typed, without the quoted mail", () => {
    const content = [
      "From: Ana Ruiz <ana@example.org>",
      "Content-Type: multipart/alternative;",
      ' boundary="b1"',
      "",
      "--b1",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>wrong part</p>",
      "--b1",
      'Content-Type: text/plain; charset="utf-8"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Ll=C3=A1menme, por fa=",
      "vor.",
      "",
      "El lun, 23 nov 2026 a las 9:00, Oak Clinic",
      "<care@clinic.example> escribi=C3=B3:",
      "> Reply STOP to opt out",
      "--b1--",
      "",
    ].join("\r\n");
    expect(parseSesInbound(snsEnvelope(received(content), "2026-11-23T15:00:01Z"))).toEqual({
      ok: true,
      value: {
        reply: "in-1",
        from: "ana@example.org",
        to: ["care@clinic.example"],
        subject: "Re: Your mammogram",
        text: "Llámenme, por favor.",
        at: Date.UTC(2026, 10, 23, 15),
        isAutomatic: false,
        isSuspect: false,
      },
    });
  });

  it("may be base64 as a whole and HTML inside", () => {
    const raw = ["Content-Type: text/html", "", "<div>STOP</div><blockquote>old</blockquote>"].join(
      "\n",
    );
    const body = received(Buffer.from(raw).toString("base64"));
    body.receipt.action.encoding = "BASE64";
    expect(parseSesInbound(body)).toMatchObject({ ok: true, value: { text: "STOP" } });
  });

  it("written by a machine is marked, so that nobody takes it for a reply", () => {
    const body = received("\n", [{ name: "Auto-Submitted", value: "auto-replied" }]);
    expect(parseSesInbound(body)).toMatchObject({ ok: true, value: { isAutomatic: true } });
  });

  it("that was stored by the rule tells where", () => {
    const body = received("");
    const action = { type: "S3", bucketName: "b", objectKey: "k" };
    expect(parseSesInbound({ ...body, receipt: { action } })).toMatchObject({
      ok: true,
      value: { stored: { bucket: "b", key: "k" }, to: ["care@clinic.example"] },
    });
  });

  it("without a sender or in a broken shape is refused with a code", () => {
    const body = received("");
    const nobody = { ...body, mail: { ...body.mail, source: "", commonHeaders: {} } };
    expect(parseSesInbound(nobody)).toEqual({ ok: false, reason: "ses-inbound/no-sender" });
    expect(parseSesInbound({ mail: {} })).toMatchObject({ ok: false });
    expect(parseSesInbound("<xml>")).toEqual({ ok: false, reason: "ses-inbound/not-json" });
  });
});
