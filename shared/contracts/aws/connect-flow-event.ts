import * as z from "zod/mini";
import type { Receipt } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import { type Parsed, read, readContract } from "../parsed.ts";

/** What a call flow asks or reports while the call is up. */
export interface CallEvent {
  readonly touch?: TouchKey;
  readonly contact: string;
  /** The patient called us. */
  readonly isInbound: boolean;
  /** The patient's number, E.164. PHI. Absent for withheld caller ids. */
  readonly caller?: string;
  /** Our number. */
  readonly line?: string;
  readonly heard: Heard;
  /** What the answer to our call proves of its delivery; absent for inbound calls. */
  readonly receipt?: Receipt;
  readonly parameters: Readonly<Record<string, string>>;
  /** What an agent says became of a task; only flows of task contacts carry it. */
  readonly task?: TaskWord;
}

/** An agent's word on a task, from the outcome that the task's flow offers. */
export interface TaskWord {
  readonly organization: string;
  readonly patient: string;
  readonly task: string;
  readonly outcome: "resolved" | "unreachable";
}

/** `start`: the flow has just begun and asks what to say. */
export type Heard =
  | { readonly is: "start" }
  | { readonly is: "key"; readonly key: string }
  | { readonly is: "machine" }
  | { readonly is: "nothing" };

const Endpoint = z.nullish(z.looseObject({ Address: z.nullish(z.string()) }));

/** Source: Amazon Connect Administrator Guide, "Invoke Lambda functions", request payload. */
const FlowEvent = z.looseObject({
  Details: z.looseObject({
    ContactData: z.looseObject({
      ContactId: z.string().check(z.minLength(1)),
      InitiationMethod: z.nullish(z.string()),
      Attributes: z.nullish(z.record(z.string(), z.string())),
      CustomerEndpoint: Endpoint,
      SystemEndpoint: Endpoint,
    }),
    Parameters: z.nullish(z.record(z.string(), z.nullable(z.string()))),
  }),
});

/** Reads the event with which a flow invokes a function. Never throws. */
export function parseConnectFlowEvent(body: unknown): Parsed<CallEvent> {
  const parsed = readContract(FlowEvent, body, "flow-event");
  if (!parsed.ok) return parsed;
  const { ContactData: contact, Parameters } = parsed.value.Details;
  const parameters = Object.fromEntries(
    Object.entries(Parameters ?? {}).filter((entry): entry is [string, string] => !!entry[1]),
  );
  const heard = heardIn(parameters["digit"]);
  const isInbound = contact.InitiationMethod === "INBOUND";
  const receipt = isInbound ? undefined : receiptOf(heard);
  const touch = contact.Attributes?.["touch"];
  const task = taskWordIn(contact.Attributes ?? {}, parameters["outcome"]);
  return read({
    contact: contact.ContactId,
    isInbound,
    heard,
    parameters,
    ...(touch ? { touch } : {}),
    ...(receipt ? { receipt } : {}),
    ...(task ? { task } : {}),
    ...(contact.CustomerEndpoint?.Address ? { caller: contact.CustomerEndpoint.Address } : {}),
    ...(contact.SystemEndpoint?.Address ? { line: contact.SystemEndpoint.Address } : {}),
  });
}

/** Our flows put the key, `VOICEMAIL` or `NOINPUT` into the parameter `digit`. */
function heardIn(digit: string | undefined): Heard {
  if (!digit) return { is: "start" };
  if (/^[0-9*#]$/.test(digit)) return { is: "key", key: digit };
  return digit.toUpperCase() === "VOICEMAIL" ? { is: "machine" } : { is: "nothing" };
}

function taskWordIn(
  attributes: Readonly<Record<string, string>>,
  outcome: string | undefined,
): TaskWord | undefined {
  const { organization, patient, task } = attributes;
  if (!organization || !patient || !task) return undefined;
  if (outcome !== "resolved" && outcome !== "unreachable") return undefined;
  return { organization, patient, task, outcome };
}

/** A key proves a person; silence after the greeting proves only that something answered. */
function receiptOf(heard: Heard): Receipt | undefined {
  switch (heard.is) {
    case "start":
      return undefined;
    case "key":
      return { is: "delivered", by: "person" };
    case "machine":
      return { is: "delivered", by: "machine" };
    case "nothing":
      return { is: "delivered", by: "device" };
  }
}
