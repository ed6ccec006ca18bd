import { ConnectClient } from "@aws-sdk/client-connect";
import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, describe, expect, it } from "vitest";
import { createCallPlacer } from "#adapters/connect/call-placer";
import { createTaskDesk } from "#adapters/connect/task-desk";
import { createSmsSender } from "#adapters/end-user-messaging/sms-sender";
import { sendingClient } from "#adapters/sending-client";
import { createEmailSender } from "#adapters/ses/email-sender";
import { parseConnectContactEvent } from "#contracts/aws/connect-contact-event";
import { parseConnectFlowEvent } from "#contracts/aws/connect-flow-event";
import { parseSesInbound } from "#contracts/aws/ses-inbound";
import { parseSmsInbound } from "#contracts/aws/sms-inbound";
import { hourMs } from "#domain/time";
import { AcceptedBook } from "#local/outside/accepted";
import { startContactCenter } from "#local/outside/contact-center";
import { startMailCarrier } from "#local/outside/mail-carrier";
import { People } from "#local/outside/people";
import { startSmsCarrier } from "#local/outside/sms-carrier";
import { campaign } from "#support/a-campaign";
import { startMailbox } from "#support/mailbox";
import { morning, outsideStack } from "#support/outside-stack";

const aws = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  ...sendingClient(2_000),
};
const timeoutMs = 2_000;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A touch of the campaign of these tests. */
function keyOf(patient: string): string {
  return `oak/${patient}/screening/check/2026-10-05/invite/1`;
}

function people(seed = 1): People {
  return new People({
    seed,
    campaigns: [campaign()],
    languageOf: () => "en",
    onDone: () => undefined,
  });
}

/** The first patients of many for whom something is so. */
function patientWho(fits: (key: string) => boolean): string {
  const found = Array.from({ length: 5_000 }, (_, index) => keyOf(`p${index}`)).find(fits);
  if (found === undefined) throw new Error("nobody is like that");
  return found;
}

describe("the simulated SMS carrier", () => {
  async function carrier() {
    const stack = outsideStack();
    const book = new AcceptedBook();
    const world = people();
    const server = await startSmsCarrier(stack, world, book);
    closers.push(() => server.close());
    const sender = createSmsSender({
      client: new PinpointSMSVoiceV2Client({ ...aws, endpoint: server.url }),
      originationIdentity: "+12025550100",
      configurationSet: "rounds-local",
      timeoutMs,
    });
    const send = (key: string, to = "+16175550134") =>
      sender.send({ key, to, text: "Time for a check. Reply 1.", timeToLiveSeconds: 3_600 });
    return { stack, book, world, send, server };
  }

  it("keeps what it accepted in its books and reports on it by topic", async () => {
    const { stack, book, world, send } = await carrier();
    const key = patientWho((one) => world.serviceFor(one, 1) === "ready");
    const outcome = await send(key);
    expect(outcome).toMatchObject({ is: "accepted" });
    expect(book.all()).toMatchObject([{ key, channel: "sms", at: morning }]);
    await stack.liveUntil(morning + hourMs);
    expect(stack.published[0]).toMatchObject({
      topic: "sms-events",
      message: { eventType: "TEXT_SUCCESSFUL", context: { touch: key }, isFinal: false },
    });
  });

  it("now and then takes a text and loses the answer: nobody can tell, and the books can", async () => {
    const { book, world, send } = await carrier();
    const key = patientWho((one) => world.serviceFor(one, 1) === "answer-lost");
    expect(await send(key)).toMatchObject({ is: "unknown" });
    expect(book.all()).toHaveLength(1);
  });

  it("now and then is asked too fast, and takes nothing", async () => {
    const { book, world, send } = await carrier();
    const key = patientWho((one) => world.serviceFor(one, 1) === "throttled");
    expect(await send(key)).toEqual({ is: "released", reason: "throttled" });
    expect(book.all()).toEqual([]);
  });

  it("refuses numbers on its own opt-out list", async () => {
    const { world, send } = await carrier();
    const numbers = Array.from({ length: 2_000 }, (_, index) => `+1617555${1_000 + index}`);
    const listed = numbers.find((number) => world.isOptedOutAtCarrier(number));
    expect(await send(keyOf("p1"), listed)).toEqual({
      is: "refused",
      reason: "opted-out-at-carrier",
    });
  });

  it("brings a reply as two-way SMS does", async () => {
    const { stack, world, send } = await carrier();
    const to = "+16175550134";
    const key = patientWho(
      (one) => world.serviceFor(one, 1) === "ready" && world.fateOfText(one, to).replies.length > 0,
    );
    await send(key, to);
    await stack.liveUntil(morning + 50 * hourMs);
    const reply = stack.published.find(({ topic }) => topic === "sms-inbound");
    const read = parseSmsInbound(JSON.stringify(reply?.message));
    expect(read.ok && read.value).toMatchObject({ from: to, to: "+12025550100" });
  });

  it("brings what somebody writes on a phone, and then the simulated owner is silent", async () => {
    const { stack, world, send, server } = await carrier();
    const to = "+16175550134";
    const key = patientWho(
      (one) => world.serviceFor(one, 1) === "ready" && world.fateOfText(one, to).replies.length > 0,
    );
    await send(key, to);
    const [phone] = server.phones.latest(1);
    expect(phone?.texts).toEqual([
      { at: morning, from: "clinic", text: "Time for a check. Reply 1." },
    ]);
    await server.answer(phone!, "my chest hurts");
    await stack.liveUntil(morning + 50 * hourMs);
    const heard = stack.published.filter(({ topic }) => topic === "sms-inbound");
    expect(heard).toHaveLength(1);
    const read = parseSmsInbound(JSON.stringify(heard[0]?.message));
    expect(read.ok && read.value).toMatchObject({
      ...{ from: to, to: "+12025550100", text: "my chest hurts" },
    });
    expect(server.phones.latest(1)[0]?.texts.at(-1)?.text).toBe("my chest hurts");
  });

  it("shows no text on a phone that it cannot reach", async () => {
    const { world, send, server } = await carrier();
    const key = patientWho((one) => world.serviceFor(one, 1) === "ready");
    const numbers = Array.from({ length: 2_000 }, (_, index) => `+1617555${1_000 + index}`);
    const dead = numbers.find((number) => world.fateOfText(key, number).end === "TEXT_INVALID");
    expect(await send(key, dead)).toMatchObject({ is: "accepted" });
    expect(server.phones.latest(1)).toEqual([]);
  });
});

describe("the simulated contact center", () => {
  async function center() {
    const stack = outsideStack();
    const book = new AcceptedBook();
    const world = people();
    const server = await startContactCenter(stack, world, book);
    closers.push(() => server.close());
    const client = new ConnectClient({ ...aws, endpoint: server.url });
    const place = (key: string) =>
      createCallPlacer({
        client,
        instanceId: "00000000-0000-4000-8000-000000000001",
        callFlowId: "00000000-0000-4000-8000-000000000002",
        sourceNumber: "+12025550101",
        timeoutMs,
      }).place({ key, to: "+16175550134", language: "en", script: { message: "Hello." } });
    return { stack, book, world, server, client, place };
  }

  it("calls once however often it is asked with one token", async () => {
    const { book, place } = await center();
    const first = await place(keyOf("p1"));
    expect(await place(keyOf("p1"))).toEqual(first);
    expect(book.all()).toHaveLength(1);
  });

  it("asks the call function about each key that is pressed", async () => {
    const { stack, world, place } = await center();
    const key = patientWho((one) => {
      const fate = world.fateOfCall(one);
      return fate.is === "answered" && fate.keys[0] === "9";
    });
    await place(key);
    await stack.liveUntil(morning + hourMs);
    const [invoked] = stack.invoked;
    expect(invoked?.functionId).toBe("receive-call");
    const call = parseConnectFlowEvent(invoked?.event);
    expect(call.ok && call.value).toMatchObject({
      touch: key,
      caller: "+16175550134",
      heard: { is: "key", key: "9" },
    });
  });

  it("asks again when the function breaks, for a patient pressed 9", async () => {
    let asked = 0;
    const stack = outsideStack({
      async invoke() {
        asked += 1;
        if (asked < 3) throw new Error("killed");
        return {};
      },
    });
    const world = people();
    const server = await startContactCenter(stack, world, new AcceptedBook());
    closers.push(() => server.close());
    const key = patientWho((one) => {
      const fate = world.fateOfCall(one);
      return fate.is === "answered" && fate.keys[0] === "9";
    });
    await createCallPlacer({
      client: new ConnectClient({ ...aws, endpoint: server.url }),
      instanceId: "i",
      callFlowId: "f",
      sourceNumber: "+12025550101",
      timeoutMs,
    }).place({ key, to: "+16175550134", language: "en", script: { message: "Hello." } });
    await stack.liveUntil(morning + hourMs);
    expect(asked).toBe(3);
  });

  it("tells of a call that nobody took, on the event bus", async () => {
    const { stack, world, place } = await center();
    const key = patientWho((one) => world.fateOfCall(one).is === "nobody");
    const placed = await place(key);
    await stack.liveUntil(morning + hourMs);
    const read = parseConnectContactEvent(stack.events[0]);
    expect(read.ok && read.value).toMatchObject({
      providerId: placed.is === "accepted" ? placed.providerId : "",
      receipt: { is: "failed" },
    });
  });

  it("gives a task to an agent, who mostly closes it", async () => {
    const { stack, server, client } = await center();
    const desk = createTaskDesk({
      client,
      instanceId: "00000000-0000-4000-8000-000000000001",
      taskFlowId: "00000000-0000-4000-8000-000000000003",
    });
    for (const patient of Array.from({ length: 20 }, (_, index) => `p${index}`)) {
      const task = {
        id: `screening/check:2026-10-05:book:${patient}`,
        ...{ reason: "book", queue: "scheduling", priority: "routine" as const },
        ...{ openedAt: morning, deadline: morning + hourMs, raiseAt: morning },
        ...{ raised: 0, holds: false },
      };
      await desk.raise({ organization: "oak", patient, task, language: "en", needs: {} });
    }
    expect(server.tasks.size).toBe(20);
    await stack.liveUntil(morning + 48 * hourMs);
    expect(stack.invoked.length).toBeGreaterThan(12);
    const read = parseConnectFlowEvent(stack.invoked[0]?.event);
    expect(read.ok && read.value.task).toMatchObject({ organization: "oak" });
  });

  it("leaves the task of a patient whom somebody plays to them, and nobody takes their calls", async () => {
    const { stack, world, client, place } = await center();
    const answering = patientWho((one) => world.fateOfCall(one).is === "answered");
    const patient = answering.split("/")[1]!;
    world.leaveToPlayer(patient);
    const desk = createTaskDesk({ client, instanceId: "i", taskFlowId: "f" });
    for (const raised of [0, 1, 2, 3]) {
      const task = {
        ...{ id: `reply:T1:${raised}:${patient}`, reason: "reply-T1", queue: "nurses" },
        ...{ priority: "stat" as const, openedAt: morning, deadline: morning + hourMs },
        ...{ raiseAt: morning, raised, holds: true },
      };
      await desk.raise({ organization: "oak", patient, task, language: "en", needs: {} });
    }
    await place(answering);
    await stack.liveUntil(morning + 90 * hourMs);
    expect(stack.invoked).toEqual([]);
  });
});

describe("the simulated mail world", () => {
  it("passes mail on to the local SES, reports delivery and brings replies", async () => {
    const mailbox = await startMailbox();
    closers.push(() => mailbox.stop());
    const endpoint = "http://127.0.0.1:9";
    const stack = outsideStack({
      endpoints: {
        ...{ dynamodb: endpoint, sqs: endpoint, sns: endpoint, s3: endpoint },
        sesv2: mailbox.endpoint,
      },
    });
    const world = people();
    const book = new AcceptedBook();
    const server = await startMailCarrier(stack, world, book);
    closers.push(() => server.close());
    const to = "ana@example.com";
    const key = patientWho((one) => {
      const fate = world.fateOfMail(one, to);
      return fate.end === "Delivery" && fate.replies.length > 0;
    });
    const sender = createEmailSender({
      client: new SESv2Client({ ...aws, endpoint: server.url }),
      from: "Oak Clinic <care@oak-clinic.example>",
      configurationSet: "rounds-local",
      unsubscribe: {
        mailto: "care@oak-clinic.example",
        link: "https://oak-clinic.example/u/{token}",
      },
      timeoutMs,
    });
    const mail = { key, to, subject: "A check is due", text: "Hello.", language: "en" };
    expect(await sender.send(mail)).toMatchObject({ is: "accepted" });
    expect(await mailbox.mails()).toHaveLength(1);
    expect(book.all()).toMatchObject([{ key, channel: "email" }]);
    await stack.liveUntil(morning + 60 * hourMs);
    expect(stack.published[0]).toMatchObject({
      topic: "email-events",
      message: { eventType: "Delivery" },
    });
    const reply = stack.published.find(({ topic }) => topic === "email-inbound");
    const read = parseSesInbound(JSON.stringify(reply?.message));
    expect(read.ok && read.value).toMatchObject({ from: to });
  });
});
