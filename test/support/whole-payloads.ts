import { touchTags } from "#contracts/touch-tag";

const touch = "oak/p-1/screening/mammogram/2026-11-23/call/1";
const time = "2026-11-23T15:00:00.000Z";
const tags = Object.fromEntries(touchTags(touch).map((tag) => [tag.name, [tag.value]]));

/** One payload of each kind that comes from outside, with every part that we read. */
export const wholePayloads = {
  "text from a patient": {
    originationNumber: "+14255550182",
    destinationNumber: "+12125550101",
    messageKeyword: "KEYWORD_1",
    messageBody: "STOP please",
    inboundMessageId: "in-1",
    previousPublishedMessageId: "out-1",
  },
  "report of a text": {
    eventType: "TEXT_DELIVERED",
    eventTimestamp: 1_686_975_103_470,
    messageId: "out-1",
    isFinal: true,
    context: { touch },
  },
  "report of a text by Pinpoint": {
    event_type: "_SMS.SUCCESS",
    event_timestamp: 1_553_104_954_322,
    attributes: {
      message_id: "out-1",
      record_status: "DELIVERED",
      origination_phone_number: "+12125550101",
      destination_phone_number: "+14255550182",
      touch,
    },
  },
  "report of a mail": {
    eventType: "Bounce",
    mail: {
      messageId: "mail-1",
      timestamp: time,
      source: "Oak <care@oak.example>",
      destination: ["ana@example.org"],
      tags,
    },
    bounce: {
      bounceType: "Transient",
      bounceSubType: "General",
      bouncedRecipients: [{ emailAddress: "ana@example.org", action: "failed" }],
      timestamp: time,
    },
    complaint: { complaintFeedbackType: "abuse", complainedRecipients: [], timestamp: time },
    delivery: { timestamp: time },
    subscription: { newTopicPreferences: { unsubscribeAll: true } },
  },
  "mail from a patient": {
    notificationType: "Received",
    mail: {
      messageId: "in-2",
      source: "ana@example.org",
      timestamp: time,
      destination: ["care@oak.example"],
      headers: [{ name: "Auto-Submitted", value: "no" }],
      commonHeaders: { from: ["Ana <ana@example.org>"], to: ["care@oak.example"], subject: "Re" },
    },
    receipt: {
      recipients: ["care@oak.example"],
      spamVerdict: { status: "PASS" },
      virusVerdict: { status: "PASS" },
      spfVerdict: { status: "PASS" },
      dkimVerdict: { status: "PASS" },
      dmarcVerdict: { status: "PASS" },
    },
    content: "From: ana@example.org\r\nContent-Type: text/html\r\n\r\n<p>Please <b>stop</b></p>",
  },
  "end of a call": {
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    time,
    detail: {
      eventType: "DISCONNECTED",
      contactId: "c-1",
      channel: "Voice",
      initiationMethod: "API",
      answeringMachineDetectionStatus: "HUMAN_ANSWERED",
      disconnectReason: "CUSTOMER_DISCONNECT",
      connectedToSystemTimestamp: time,
      attributes: { touch },
    },
  },
  "key on a call": {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        ContactId: "c-1",
        InitiationMethod: "API",
        Attributes: { touch },
        CustomerEndpoint: { Address: "+14255550182", Type: "TELEPHONE_NUMBER" },
        SystemEndpoint: { Address: "+12125550101", Type: "TELEPHONE_NUMBER" },
      },
      Parameters: { digit: "2" },
    },
  },
  "file that was put": {
    Records: [
      {
        eventName: "ObjectCreated:Put",
        eventTime: time,
        s3: { bucket: { name: "files" }, object: { key: "oak/a+b%C3%A1.ndjson", size: 7 } },
      },
    ],
  },
  "page that was opened": {
    version: "2.0",
    routeKey: "ANY /u/{token}",
    rawPath: "/u/AAECAwQFBgcICQoLDA0ODw",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    pathParameters: { token: "AAECAwQFBgcICQoLDA0ODw" },
    requestContext: { requestId: "request-1", http: { method: "POST", sourceIp: "192.0.2.1" } },
    body: "List-Unsubscribe=One-Click",
    isBase64Encoded: false,
  },
  "page that was filled in": {
    version: "2.0",
    routeKey: "ANY /a/{token}",
    rawPath: "/a/AAECAwQFBgcICQoLDA0ODw",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    pathParameters: { token: "AAECAwQFBgcICQoLDA0ODw" },
    requestContext: { requestId: "request-2", http: { method: "POST", sourceIp: "192.0.2.1" } },
    body: Buffer.from("do=answer&proof=x.y&answer=already-done").toString("base64"),
    isBase64Encoded: true,
  },
} as const;
