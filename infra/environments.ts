import * as z from "zod";

const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "a phone number as +12025550100");
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time as 09:00");
const Arn = z.string().regex(/^arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]*:\d{12}:.+$/, "an ARN");

/** Left out where no provider counts: on a laptop. */
const PerSecond = z.number().positive().max(1_000).exactOptional();

/**
 * Contacts in an hour beyond which the channel halts itself: about twice the busiest hour that
 * `rounds forecast` shows. Left out: it never does.
 */
const HourlyMax = z.int().positive().exactOptional();

/**
 * One deployment: an account, a region and the identities it sends from. Every name in the stacks
 * is derived from `name`, so that two deployments can share an account.
 */
const Deployment = z.strictObject({
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
    /**
     * Parts a second that the identity may send: 1 toll-free, by the brand's score on 10DLC, 100 a
     * short code (End User Messaging user guide, "Message parts per second limits").
     */
    perSecond: PerSecond,
    hourlyMax: HourlyMax,
    /** The opt-out list of that identity; the self-managed one (End User Messaging user guide). */
    optOutListArn: Arn,
  }),
  email: z.strictObject({
    /** `Name <address>` or a bare address of the identity. */
    from: z.string().min(3),
    /** The verified SES domain or address that `from` belongs to. */
    identity: z.string().min(3),
    configurationSet: z.string().min(1),
    /** Mails a second that SES grants the account in this region. */
    perSecond: PerSecond,
    hourlyMax: HourlyMax,
  }),
  connect: z.strictObject({
    instanceId: z.uuid(),
    /** `made`: by the voice stack, with the queues; else the ids of flows that are there. */
    flows: z.union([z.literal("made"), z.strictObject({ call: z.uuid(), task: z.uuid() })]),
    sourceNumber: E164,
    /** Calls a second that Connect starts for the instance. */
    perSecond: PerSecond,
    hourlyMax: HourlyMax,
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
    voice: z.int().min(2),
    decide: z.int().min(2),
    enroll: z.int().min(2),
    import: z.int().min(2),
  }),
  /** Who is written to when an alarm goes off. */
  alarmsTo: z.array(z.email()).readonly(),
});

/** Messages that a lane's function takes in one batch. */
export const batchOf = { sms: 5, email: 5, voice: 1 } as const;

/** How long a worker holds a message that has a moment of its own: the wait for it, and the send. Seconds. */
const heldSeconds = 2.5;

/** One release reads this much of each shard (`releasePerTickMax`). */
const releasedPerShard = 1_000;

export const Environment = Deployment.superRefine((deployment, context) => {
  const { concurrency, dueShards, sms, email, connect } = deployment;
  const paces = { sms: sms.perSecond, email: email.perSecond, voice: connect.perSecond };
  for (const lane of ["sms", "email", "voice"] as const) {
    const perSecond = paces[lane] ?? 0;
    const workers = Math.ceil((perSecond * heldSeconds) / batchOf[lane]);
    const tooFew = (path: string, needed: number) =>
      context.addIssue({
        code: "custom",
        path: path.split("."),
        message: `${perSecond} a second on lane ${lane} needs ${path} to be ${needed} or more`,
      });
    if (concurrency[lane] < workers) tooFew(`concurrency.${lane}`, workers);
    const shards = Math.ceil((perSecond * 60) / releasedPerShard);
    if (dueShards < shards) tooFew("dueShards", shards);
  }
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
      perSecond: 20,
      hourlyMax: 10_000,
      optOutListArn: "arn:aws:sms-voice:us-east-1:111122223333:opt-out-list/rounds-prod-us-east-1",
    },
    email: {
      from: "Oak Clinic <care@oak-clinic.example>",
      identity: "oak-clinic.example",
      configurationSet: "rounds-prod-us-east-1",
      perSecond: 14,
      hourlyMax: 10_000,
    },
    connect: {
      instanceId: "9f0e3c52-6a2d-4a4b-8c36-0d8f5b8b7a10",
      flows: "made",
      sourceNumber: "+12025550101",
      perSecond: 2,
      hourlyMax: 2_000,
      traffic: "campaign",
    },
    dueShards: 8,
    concurrency: {
      inbound: 20,
      urgent: 20,
      tasks: 5,
      sms: 10,
      email: 10,
      voice: 5,
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
