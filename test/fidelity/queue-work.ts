import type { Skills } from "#local/simulation/skills";
import type { Job } from "./deeds.ts";
import type { Queued, QueueName } from "./side.ts";

type Handler<Name extends QueueName> = (skills: Skills, message: Queued[Name]) => Promise<unknown>;

/** What a worker of each queue makes of a message. */
const handlers: { readonly [Name in QueueName]: Handler<Name> } = {
  sms: ({ contact }, { patient }) => contact(patient, "sms"),
  email: ({ contact }, { patient }) => contact(patient, "email"),
  voice: ({ contact }, { patient }) => contact(patient, "voice"),
  decide: ({ advance }, { organization, patient }) => advance(organization, patient),
  task: ({ raise }, { organization, patient }) => raise(organization, patient),
  urgent: ({ raise }, { organization, patient }) => raise(organization, patient),
  enroll: ({ enroll }, work) => enroll(work),
  mirror: ({ mirror }, { organization, patient }) => mirror(organization, patient),
  resolve: ({ solve }, work) => solve(work.organization, work),
};

/** A message that came by a queue, with the worker's part of it. */
export interface Delivery {
  readonly name: QueueName;
  readonly message: Queued[QueueName];
  readonly job: Job;
}

export function deliveryOf<Name extends QueueName>(name: Name, message: Queued[Name]): Delivery {
  const handler: Handler<Name> = handlers[name];
  return { name, message, job: (skills) => handler(skills, message) };
}
