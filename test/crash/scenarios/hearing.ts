import { linkDigest } from "#adapters/link-digest";
import { dayMs, minuteMs } from "#domain/time";
import { monday } from "#support/a-record";
import type { Scenario } from "../scenario.ts";
import type { End } from "../verdict.ts";
import { keyPressed, mailFrom, receiptOf, taskClosed, textFrom } from "../world/carriers.ts";
import { type Ground, mailbox, mobile, points } from "../world/ground.ts";
import type { ShownTask } from "../world/provider.ts";
import { allOptedOut, exactlyOne, hasItem, onCarriersList } from "./found.ts";

const emergency = "my chest hurts and I can't breathe";
const sent = { is: "accepted", providerId: "before" } as const;
const touchOf = (campaign: string, step: string) => `oak/p1/${campaign}/2026-11-30/${step}/1`;

/** Of a text that leads to a page: what opens it, what it is called, and the reply that is given there. */
const token = "AAECAwQFBgcICQoLDA0ODw";
const page = linkDigest(token);
const onPage = `page-${page.slice(0, 32)}-answer`;

/** Somebody who was asked something by text a while ago. */
async function askedByText(ground: Ground): Promise<void> {
  await ground.admit();
  await ground.enroll("text", "p1", monday - 20 * minuteMs);
  await ground.claim("sms", monday - 10 * minuteMs, sent);
  await ground.publish();
}

/** Two people who share a phone, both with a text that is due. */
async function sharingPhone(ground: Ground): Promise<void> {
  await ground.admit();
  await ground.admit({ patient: "p2", points: points(mobile) });
  await ground.enroll("text");
  await ground.enroll("text", "p2");
  await ground.publish();
}

const bookTask = "screening/hand-over:2026-11-30:book:2";

/** A task that an agent has before them. */
const toBook: ShownTask = {
  task: bookTask,
  attributes: { organization: "oak", patient: "p1", task: bookTask },
  at: monday - minuteMs,
};

/** The words are kept, and count once. */
const heardOnce = (end: End, reply = "in-1") => [
  ...exactlyOne(end, "reply-received"),
  ...hasItem(end, "oak#p1", `reply#${reply}`),
];

export const hearingScenarios: readonly Scenario[] = [
  {
    name: "receive-sms-red-flag",
    of: "receive-sms",
    live: ["text"],
    prepare: askedByText,
    source: { queue: "sms-inbound", body: textFrom(mobile, "in-1", emergency) },
    said: [{ reply: "in-1", tier: "T1" }],
    missing: (end) => heardOnce(end),
  },
  {
    name: "receive-sms-answer",
    of: "receive-sms",
    live: ["text"],
    prepare: askedByText,
    source: { queue: "sms-inbound", body: textFrom(mobile, "in-1", "1") },
    said: [{ reply: "in-1" }],
    missing: (end) => [
      ...heardOnce(end),
      ...exactlyOne(end, "answered"),
      ...exactlyOne(end, "escalated"),
      ...exactlyOne(end, "task-resolved"),
    ],
  },
  {
    name: "receive-sms-stop",
    of: "receive-sms",
    live: ["text"],
    prepare: sharingPhone,
    source: { queue: "sms-inbound", body: textFrom(mobile, "in-1", "STOP") },
    said: [{ reply: "in-1" }],
    missing: (end) => [
      ...allOptedOut(end, "p1", "p2"),
      ...end.books.accepted
        .filter(({ key }) => key.includes("/screening/"))
        .map(({ key }) => `contacted after STOP: ${key}`),
    ],
    behind: (end) => onCarriersList(end, mobile),
  },
  {
    name: "receive-sms-start",
    of: "receive-sms",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.ask({ type: "opt-out", at: monday - 30 * minuteMs, via: "agent" });
      await ground.publish();
    },
    open: ({ provider }) => provider.books().optedOut.add(mobile),
    source: { queue: "sms-inbound", body: textFrom(mobile, "in-1", "START") },
    said: [{ reply: "in-1" }],
    missing: (end) => [...exactlyOne(end, "opted-in"), ...onCarriersList(end, mobile, false)],
  },
  {
    name: "receive-email",
    of: "receive-email",
    live: ["mail"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("mail", "p1", monday - 20 * minuteMs);
      await ground.claim("email", monday - 10 * minuteMs, sent);
      await ground.publish();
    },
    source: { queue: "email-inbound", body: mailFrom(mailbox, "mail-1", emergency, monday) },
    said: [{ reply: "mail-1", tier: "T1" }],
    missing: (end) => heardOnce(end, "mail-1"),
  },
  {
    name: "receive-email-page",
    of: "receive-email",
    live: ["text"],
    async prepare(ground) {
      await askedByText(ground);
      const word = { is: "answer", answer: "wants-booking" } as const;
      await ground.say(token, word, touchOf("screening/text", "ask"));
    },
    source: { queue: "page", body: { schema: "page.v1", page, word: "answer" } },
    said: [{ reply: onPage }],
    missing: (end) => [
      ...heardOnce(end, onPage),
      ...exactlyOne(end, "answered"),
      ...exactlyOne(end, "escalated"),
      ...exactlyOne(end, "task-resolved"),
    ],
  },
  {
    name: "receive-call-stop",
    of: "receive-call",
    live: ["call"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("call", "p1", monday - 20 * minuteMs);
      await ground.claim("voice", monday - 10 * minuteMs, sent);
      await ground.publish();
    },
    source: {
      invoked: () => keyPressed(mobile, "call-1", "9", touchOf("screening/call", "call")),
    },
    said: [{ reply: "call-1.9" }],
    missing: (end) => allOptedOut(end, "p1"),
    behind: (end) => onCarriersList(end, mobile),
  },
  {
    name: "receive-call-person",
    of: "receive-call",
    live: ["text"],
    prepare: askedByText,
    source: { invoked: () => keyPressed(mobile, "call-1", "0") },
    said: [{ reply: "call-1.0" }],
    missing: (end) => [
      ...heardOnce(end, "call-1.0"),
      ...exactlyOne(end, "escalated"),
      ...exactlyOne(end, "task-resolved"),
    ],
  },
  {
    name: "receive-call-task",
    of: "receive-call",
    live: ["handOver"],
    async prepare(ground) {
      const friday = monday - 3 * dayMs;
      await ground.admit();
      await ground.enroll("handOver", "p1", friday);
      await ground.claim("sms", friday, sent);
      await ground.ask(
        { type: "advance", at: monday - minuteMs },
        { type: "record-raised", at: monday - minuteMs, task: toBook.task, raised: 0 },
      );
      await ground.publish();
    },
    open: ({ provider }) => provider.books().shown.push(toBook),
    source: { invoked: () => taskClosed(toBook) },
    missing: (end) => [
      ...exactlyOne(end, "escalated"),
      ...exactlyOne(end, "task-resolved"),
      ...exactlyOne(end, "enrollment-ended"),
    ],
  },
  {
    name: "receive-receipt",
    of: "receive-receipt",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.enroll("text", "p1", monday - 20 * minuteMs);
      await ground.claim("sms", monday - 10 * minuteMs, { is: "unknown", reason: "timeout" });
      await ground.publish();
    },
    source: {
      queue: "receipts",
      body: receiptOf({
        ...{ channel: "sms", key: touchOf("screening/text", "ask"), to: mobile },
        ...{ at: monday - 9 * minuteMs, providerId: "sms-1" },
      }),
    },
    missing: (end) => [
      ...exactlyOne(end, "touch-receipted"),
      ...exactlyOne(end, "enrollment-ended"),
    ],
  },
  {
    name: "receive-receipt-complaint",
    of: "receive-receipt",
    live: ["mail"],
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points(mailbox) });
      await ground.enroll("mail");
      await ground.enroll("mail", "p2");
      await ground.publish();
    },
    source: {
      queue: "receipts",
      body: {
        notificationType: "Complaint",
        mail: {
          messageId: "m-1",
          source: "Oak Clinic <care@oak.example>",
          destination: [mailbox],
        },
        complaint: { complainedRecipients: [{ emailAddress: mailbox }] },
      },
    },
    missing: (end) => allOptedOut(end, "p1", "p2"),
  },
];
