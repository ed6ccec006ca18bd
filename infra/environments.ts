import * as z from "zod";

const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "a phone number as +12025550100");
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time as 09:00");
const Arn = z.string().regex(/^arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]*:\d{12}:.+$/, "an ARN");

/**
 * One deployment: an account, a region and the identities it sends from. Every name in the stacks
 * is derived from `name`, so that two deployments can share an account.
 */
export const Environment = z.strictObject({
  /** Part of every resource name: `local`, `prod-us-east-1`. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,24}$/, "lower case letters, digits and hyphens"),
  account: z.string().regex(/^\d{12}$/, "an AWS account id"),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region"),
  /** `keep`: tables, buckets and the key outlive the stack and cannot be deleted by mistake. */
  data: z.enum(["keep", "discard"]),
  /** The organization that the schedules and imports of this deployment work for. */
  organizationId: z.string().min(1),
  /** IANA zone in which the daily selection runs. */
  zone: z.string().min(1),
  /** What patients hear of the clinic on calls, and when its agents are there, in `zone`. */
  clinic: z.strictObject({
    name: z.string().min(1),
    /** The number patients call. */
    phone: E164,
    opens: Clock,
    closes: Clock,
    /** 1 is Monday. */
    days: z.array(z.int().min(1).max(7)).min(1).readonly(),
  }),
  sms: z.strictObject({
    /** A number, pool or sender id, as End User Messaging's `OriginationIdentity`. */
    originationIdentity: z.string().min(1),
    /** The same identity's ARN: what the sending function may use, and nothing else. */
    originationArn: Arn,
    configurationSet: z.string().min(1),
    /** The opt-out list of that identity; the self-managed one (End User Messaging user guide). */
    optOutListArn: Arn,
  }),
  email: z.strictObject({
    /** `Name <address>` or a bare address of the identity. */
    from: z.string().min(3),
    /** The verified SES domain or address that `from` belongs to. */
    identity: z.string().min(3),
    configurationSet: z.string().min(1),
  }),
  connect: z.strictObject({
    instanceId: z.uuid(),
    /** `made`: by the voice stack, with the queues; else the ids of flows that are there. */
    flows: z.union([z.literal("made"), z.strictObject({ call: z.uuid(), task: z.uuid() })]),
    sourceNumber: E164,
    /**
     * `campaign`: Connect tells machines from people, for which AWS must have granted the quota.
     * Without it a machine is told what is for a person, so it is for places without patients only.
     */
    traffic: z.enum(["general", "campaign"]),
  }),
  /** Partitions of each lane in the due index. DynamoDB takes 1,000 index writes a second on one
   * partition; at 800 and below a shard keeps slack. */
  dueShards: z.int().min(1).max(64),
  /** Functions of one kind that run at once. SQS pollers take 2 at the least. */
  concurrency: z.strictObject({
    /** Reserved for each function that hears patients. */
    inbound: z.int().min(2),
    /** Reserved for red flags, beside what `tasks` takes. */
    urgent: z.int().min(2),
    tasks: z.int().min(2),
    sms: z.int().min(2),
    email: z.int().min(2),
    /** Connect allows 2 calls a second by default. */
    voice: z.int().min(2),
    decide: z.int().min(2),
    enroll: z.int().min(2),
    import: z.int().min(2),
  }),
  /** Who is written to when an alarm goes off. */
  alarmsTo: z.array(z.email()).readonly(),
});
export type Environment = z.infer<typeof Environment>;

/**
 * A new AWS account allows 10 functions at once; `inbound` and `urgent` are reserved out of the
 * account's limit, so ask for a raise before the first deployment (Lambda quotas).
 */
export const environments: readonly Environment[] = z.array(Environment).parse([
  {
    name: "local",
    account: "000000000000",
    region: "us-east-1",
    data: "discard",
    organizationId: "oak-clinic",
    zone: "America/New_York",
    clinic: {
      name: "Oak Clinic",
      phone: "+18005550100",
      opens: "09:00",
      closes: "17:00",
      days: [1, 2, 3, 4, 5],
    },
    sms: {
      originationIdentity: "+12025550100",
      originationArn: "arn:aws:sms-voice:us-east-1:000000000000:phone-number/phone-local",
      configurationSet: "rounds-local",
      optOutListArn: "arn:aws:sms-voice:us-east-1:000000000000:opt-out-list/rounds-local",
    },
    email: {
      from: "Oak Clinic <care@oak-clinic.example>",
      identity: "oak-clinic.example",
      configurationSet: "rounds-local",
    },
    connect: {
      instanceId: "00000000-0000-4000-8000-000000000001",
      flows: {
        call: "00000000-0000-4000-8000-000000000002",
        task: "00000000-0000-4000-8000-000000000003",
      },
      sourceNumber: "+12025550101",
      traffic: "general",
    },
    dueShards: 2,
    concurrency: {
      inbound: 2,
      urgent: 2,
      tasks: 2,
      sms: 2,
      email: 2,
      voice: 2,
      decide: 2,
      enroll: 2,
      import: 2,
    },
    alarmsTo: [],
  },
  {
    name: "prod-us-east-1",
    account: "111122223333",
    region: "us-east-1",
    data: "keep",
    organizationId: "oak-clinic",
    zone: "America/New_York",
    clinic: {
      name: "Oak Clinic",
      phone: "+18005550100",
      opens: "09:00",
      closes: "17:00",
      days: [1, 2, 3, 4, 5],
    },
    sms: {
      originationIdentity:
        "arn:aws:sms-voice:us-east-1:111122223333:pool/pool-0123456789abcdef0123456789abcdef",
      originationArn:
        "arn:aws:sms-voice:us-east-1:111122223333:pool/pool-0123456789abcdef0123456789abcdef",
      configurationSet: "rounds-prod-us-east-1",
      optOutListArn: "arn:aws:sms-voice:us-east-1:111122223333:opt-out-list/rounds-prod-us-east-1",
    },
    email: {
      from: "Oak Clinic <care@oak-clinic.example>",
      identity: "oak-clinic.example",
      configurationSet: "rounds-prod-us-east-1",
    },
    connect: {
      instanceId: "9f0e3c52-6a2d-4a4b-8c36-0d8f5b8b7a10",
      flows: "made",
      sourceNumber: "+12025550101",
      traffic: "campaign",
    },
    dueShards: 8,
    concurrency: {
      inbound: 20,
      urgent: 20,
      tasks: 5,
      sms: 10,
      email: 10,
      voice: 2,
      decide: 20,
      enroll: 20,
      import: 10,
    },
    alarmsTo: ["oncall@oak-clinic.example"],
  },
]);

/** The environment of that name. Throws, naming those there are. */
export function environmentNamed(name: string): Environment {
  const found = environments.find((environment) => environment.name === name);
  if (found) return found;
  const known = environments.map((environment) => environment.name).join(", ");
  throw new Error(`There is no environment "${name}". Known: ${known}.`);
}
