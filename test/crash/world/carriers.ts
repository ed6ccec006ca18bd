import { touchTags } from "#contracts/touch-tag";
import type { Acceptance, ShownTask } from "./provider.ts";

/** What a carrier reports of a message that arrived: bodies as their topics carry them. */
export function receiptOf({ channel, key, at, to, providerId }: Acceptance): object {
  if (channel === "sms") {
    return {
      eventType: "TEXT_DELIVERED",
      eventTimestamp: at,
      messageId: providerId,
      isFinal: true,
      context: { touch: key },
    };
  }
  const timestamp = new Date(at).toISOString();
  if (channel === "email") {
    const tags = Object.fromEntries(touchTags(key).map(({ name, value }) => [name, [value]]));
    return {
      eventType: "Delivery",
      mail: { timestamp, messageId: providerId, destination: [to], tags },
      delivery: { timestamp, recipients: [to] },
    };
  }
  return {
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    time: timestamp,
    // Connect does not promise attributes in its events: the contact is all there is.
    detail: {
      eventType: "DISCONNECTED",
      contactId: providerId,
      channel: "VOICE",
      initiationMethod: "API",
      connectedToSystemTimestamp: timestamp,
      disconnectTimestamp: timestamp,
    },
  };
}

/** A text from a phone to the clinic's line. */
export function textFrom(phone: string, id: string, words: string): object {
  return {
    originationNumber: phone,
    destinationNumber: "+12025550100",
    messageKeyword: "KEYWORD",
    messageBody: words,
    inboundMessageId: id,
  };
}

/** A mail to the clinic, as SES hands it over. */
export function mailFrom(address: string, id: string, words: string, at: number): object {
  const passed = { status: "PASS" };
  return {
    notificationType: "Received",
    mail: {
      messageId: id,
      source: address,
      timestamp: new Date(at).toISOString(),
      destination: ["care@oak.example"],
      headers: [{ name: "Subject", value: "Re: A check is due" }],
      commonHeaders: { from: [address], to: ["care@oak.example"], subject: "Re: A check is due" },
    },
    receipt: {
      recipients: ["care@oak.example"],
      ...{ spamVerdict: passed, virusVerdict: passed, spfVerdict: passed },
      ...{ dkimVerdict: passed, dmarcVerdict: passed },
    },
    content: `From: ${address}\r\nContent-Type: text/plain\r\n\r\n${words}`,
  };
}

/** A key that is pressed during a call: of ours when a touch is named, else the patient called. */
export function keyPressed(phone: string, contact: string, digit: string, touch?: string): object {
  return flowEvent(contact, { digit }, touch === undefined ? {} : { touch }, phone);
}

/** What an agent says became of a task. */
export function taskClosed({ task, attributes }: ShownTask): object {
  return flowEvent(`closed-${task}`, { outcome: "resolved" }, attributes);
}

function flowEvent(
  ContactId: string,
  Parameters: Readonly<Record<string, string>>,
  Attributes: Readonly<Record<string, string>>,
  phone?: string,
): object {
  return {
    Details: {
      ContactData: {
        ContactId,
        Attributes,
        InitiationMethod: "touch" in Attributes || "task" in Attributes ? "API" : "INBOUND",
        CustomerEndpoint: phone === undefined ? null : { Address: phone },
        SystemEndpoint: { Address: "+12025550100" },
      },
      Parameters,
    },
  };
}
