import * as z from "zod";
import { digest } from "#domain/record/digest";
import { parseTouchKey } from "#domain/record/touch";
import type { LocalStackForServers } from "../local-stack.ts";
import type { AcceptedBook } from "./accepted.ts";
import { type LocalAnswer, type RunningServer, startServer } from "./http-server.ts";
import type { FateOfCall, People } from "./people.ts";

const StartOutboundVoiceContact = z.looseObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/),
  ContactFlowId: z.string().min(1),
  InstanceId: z.string().min(1),
  SourcePhoneNumber: z.string().optional(),
  ClientToken: z.string().max(500).optional(),
  Attributes: z.record(z.string(), z.string()).optional(),
});
type Call = z.infer<typeof StartOutboundVoiceContact>;

const StartTaskContact = z.looseObject({
  InstanceId: z.string().min(1),
  Name: z.string().min(1).max(512),
  ClientToken: z.string().max(500).optional(),
  Attributes: z.record(z.string(), z.string()).optional(),
});
type TaskContact = z.infer<typeof StartTaskContact>;

const second = 1_000;

export interface ContactCenter extends RunningServer {
  /** Tasks that agents were given, by task id, with how often each was raised. */
  readonly tasks: ReadonlyMap<string, number>;
}

/**
 * Amazon Connect as far as calls and tasks need it: REST, idempotent by `ClientToken`, contact
 * events on the event bus, and flows that invoke the call function while somebody is on the line.
 */
export async function startContactCenter(
  stack: LocalStackForServers,
  people: People,
  book: AcceptedBook,
): Promise<ContactCenter> {
  const contacts = new Map<string, string>();
  const tasks = new Map<string, number>();
  const once = (token: string | undefined, start: (contact: string) => void): LocalAnswer => {
    const known = token === undefined ? undefined : contacts.get(token);
    const contact = known ?? `contact-${digest(token ?? String(contacts.size))}`;
    if (known === undefined) {
      contacts.set(token ?? contact, contact);
      start(contact);
    }
    return { status: 200, body: JSON.stringify({ ContactId: contact }) };
  };
  const server = await startServer(async ({ method, path, body }) => {
    if (method !== "PUT") return refuse(404, "ResourceNotFoundException");
    if (path === "/contact/outbound-voice") {
      const call = StartOutboundVoiceContact.safeParse(JSON.parse(body));
      if (!call.success) return refuse(400, "InvalidParameterException");
      return once(call.data.ClientToken, (contact) => {
        const key = call.data.Attributes?.["touch"] ?? "";
        book.add({ key, channel: "voice", at: stack.clock.now(), providerId: contact });
        ring(stack, people, call.data, contact, key);
      });
    }
    if (path === "/contact/task") {
      const task = StartTaskContact.safeParse(JSON.parse(body));
      if (!task.success) return refuse(400, "InvalidParameterException");
      return once(task.data.ClientToken, (contact) => {
        const id = task.data.Attributes?.["task"] ?? contact;
        tasks.set(id, (tasks.get(id) ?? 0) + 1);
        handOver(stack, people, task.data, contact, id);
      });
    }
    return refuse(404, "ResourceNotFoundException");
  });
  return { ...server, tasks };
}

function refuse(status: number, type: string): LocalAnswer {
  return { status, headers: { "x-amzn-errortype": type }, body: JSON.stringify({ Message: type }) };
}

/** Whoever plays a patient answers texts; the phone that rings is beyond their page. */
const nobodyThere: FateOfCall = { is: "nobody", reason: "TELECOM_UNANSWERED" };

/** The phone rings: nobody, a machine, or a person who presses keys. */
function ring(
  stack: LocalStackForServers,
  people: People,
  call: Call,
  contact: string,
  key: string,
): void {
  const { clock } = stack;
  const isPlayed = people.isPlayed(parseTouchKey(key)?.patient);
  const fate: FateOfCall = isPlayed ? nobodyThere : people.fateOfCall(key);
  const at = clock.now();
  const hangUp = (after: number, detail: object) =>
    clock.schedule(at + after, `call-end/${key}`, () =>
      stack.putEvent({
        source: "aws.connect",
        "detail-type": "Amazon Connect Contact Event",
        detail: {
          eventType: "DISCONNECTED",
          contactId: contact,
          channel: "VOICE",
          initiationMethod: "API",
          initiationTimestamp: new Date(at).toISOString(),
          disconnectTimestamp: new Date(clock.now()).toISOString(),
          ...detail,
        },
      }),
    );
  if (fate.is === "nobody") {
    return hangUp(60 * second, { disconnectReason: fate.reason });
  }
  const connected = { connectedToSystemTimestamp: new Date(at + 20 * second).toISOString() };
  fate.keys.forEach((digit, index) => {
    clock.schedule(at + (30 + index * 10) * second, `call-key/${key}/${index}`, async () => {
      await insist(stack, flowEvent(call, contact, { digit }));
    });
  });
  hangUp(90 * second, connected);
}

/** A flow that gets no answer asks again, and so does an agent: three times. */
const asksMax = 3;

async function insist(stack: LocalStackForServers, event: object): Promise<void> {
  for (let ask = 1; ask <= asksMax; ask += 1) {
    const isAnswered = await stack.invoke("receive-call", event).then(
      () => true,
      () => false,
    );
    if (isAnswered) return;
  }
}

/** Shape: Amazon Connect Administrator Guide, "Invoke Lambda functions". */
function flowEvent(
  call: {
    readonly DestinationPhoneNumber?: string;
    readonly SourcePhoneNumber?: string | undefined;
    readonly Attributes?: Record<string, string> | undefined;
  },
  contact: string,
  parameters: Readonly<Record<string, string>>,
  channel = "VOICE",
): object {
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: call.Attributes ?? {},
        Channel: channel,
        ContactId: contact,
        CustomerEndpoint: call.DestinationPhoneNumber
          ? { Address: call.DestinationPhoneNumber, Type: "TELEPHONE_NUMBER" }
          : null,
        InitialContactId: contact,
        InitiationMethod: "API",
        InstanceARN: "arn:aws:connect:us-east-1:000000000000:instance/local",
        PreviousContactId: contact,
        Queue: null,
        SystemEndpoint: call.SourcePhoneNumber
          ? { Address: call.SourcePhoneNumber, Type: "TELEPHONE_NUMBER" }
          : null,
      },
      Parameters: parameters,
    },
  };
}

/** An agent takes the task and, most times, closes it. */
function handOver(
  stack: LocalStackForServers,
  people: People,
  task: TaskContact,
  contact: string,
  id: string,
): void {
  const work = people.fateOfTask(id, contact, task.Attributes?.["priority"]);
  if (!work) return;
  const { clock } = stack;
  clock.schedule(clock.now() + work.afterMs, `task/${id}/${contact}`, async () => {
    // Whoever plays the patient is to see the task, and close it in the console.
    if (people.isPlayed(task.Attributes?.["patient"])) return;
    const event = flowEvent(
      { Attributes: task.Attributes },
      contact,
      { outcome: work.outcome },
      "TASK",
    );
    await insist(stack, event);
    people.helped(task.Attributes ?? {}, work.outcome);
  });
}
