import * as z from "zod";
import {
  east,
  few,
  mailFrom,
  oakClinic,
  pagesAt,
  production,
  staffAt,
  staging,
  west,
} from "./oak-clinic.ts";
import { Access, accessProblem } from "./stacks/access/settings.ts";
import { Pages, pagesProblem } from "./stacks/pages/settings.ts";

const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "a phone number as +12025550100");
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time as 09:00");
const Arn = z.string().regex(/^arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]*:\d{12}:.+$/, "an ARN");

/** Left out where no provider counts: on a laptop. */
const PerSecond = z.number().positive().max(1_000).exactOptional();

const SendingIdentities = z.strictObject({
  /** A number, pool or sender id, as End User Messaging's `OriginationIdentity`. */
  originationIdentity: z.string().min(1),
  /** The same identity's ARN: what the sending function may use, and nothing else. */
  originationArn: Arn,
  /** The opt-out list of that identity; the self-managed one (End User Messaging user guide). */
  optOutListArn: Arn,
  smsConfigurationSet: z.string().min(1),
  emailConfigurationSet: z.string().min(1),
});

/** What texts and mails are sent from, and where their outcomes are told. */
export type SendingIdentities = z.infer<typeof SendingIdentities>;

/** Messages within any 24 hours, direct answers among them. Left out, nobody counts. */
const PerDay = z.int().positive().exactOptional();

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
  /**
   * Whom this deployment may text, mail and call: `everyone` is for production and for stacks whose
   * carriers are simulated. Elsewhere only those who are named, and nobody who is not.
   */
  recipients: z
    .union([
      z.literal("everyone"),
      z.strictObject({
        only: z
          .array(z.union([E164, z.email()]))
          .max(50)
          .readonly(),
      }),
    ])
    .default({ only: [] }),
  /**
   * `made`: a toll-free number, the mail domain and all around them by the channels stack; else
   * those that are there. 10DLC numbers and short codes come from a registration, not from a stack.
   */
  channels: z.union([z.literal("made"), SendingIdentities]),
  sms: z.strictObject({
    /** Pinpoint, for an account that still holds an application; then the identity is a number. */
    sender: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("end-user-messaging") }),
        z.strictObject({
          kind: z.literal("pinpoint"),
          applicationId: z.string().regex(/^[0-9a-f]{32}$/, "the id of a Pinpoint application"),
        }),
      ])
      .default({ kind: "end-user-messaging" }),
    /**
     * Parts a second that the identity may send: 3 toll-free, 1 on 10DLC until the brand is
     * vetted, 100 a short code (End User Messaging user guide, "Message parts per second limits").
     */
    perSecond: PerSecond,
    /** What the carriers take of a 10DLC brand: T-Mobile tells with the registration. */
    perDay: PerDay,
    hourlyMax: HourlyMax,
  }),
  email: z.strictObject({
    /** `Name <address>` or a bare address of the identity. */
    from: z.string().min(3),
    /** The verified SES domain or address that `from` belongs to. */
    identity: z.string().min(3),
    /** Mails a second, and in 24 hours, that SES grants the account in this region. */
    perSecond: PerSecond,
    perDay: PerDay,
    hourlyMax: HourlyMax,
  }),
  connect: z.strictObject({
    instanceId: z.uuid(),
    /** `made`: by the voice stack, with the queues; else the ids of flows that are there. */
    flows: z.union([z.literal("made"), z.strictObject({ call: z.uuid(), task: z.uuid() })]),
    sourceNumber: E164,
    /** Calls a second that Connect starts for the instance. */
    perSecond: PerSecond,
    perDay: PerDay,
    hourlyMax: HourlyMax,
    /**
     * `campaign`: Connect tells machines from people, for which AWS must have granted the quota.
     * Without it a machine is told what is for a person, so it is for places without patients only.
     */
    traffic: z.enum(["general", "campaign"]),
  }),
  /**
   * Which in the row of deployments that were the home of its patients. Raised for the one that takes
   * over, so that the one before claims nothing any more (docs/runbooks/failover.md).
   */
  epoch: z.int().min(1),
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
  /** How staff come in. */
  access: Access,
  /** The name under which patients open our pages. */
  pages: Pages.exactOptional(),
});

/** Messages that a lane's function takes in one batch. */
export const batchOf = { sms: 5, email: 5, voice: 1 } as const;

/** How long a worker holds a message that has a moment of its own: the wait for it, and the send. Seconds. */
export const heldSeconds = 2.5;

/** One release reads this much of each shard (`releasePerTickMax`). */
const releasedPerShard = 1_000;

/** Of a toll-free number. Source: End User Messaging user guide, "Message parts per second limits". */
const tollFreePerSecond = 3;

export const Environment = Deployment.superRefine((deployment, context) => {
  if (deployment.channels === "made") checkMadeChannels(deployment, context);
  const { concurrency, dueShards, sms, email, connect } = deployment;
  if (sms.sender.kind === "pinpoint" && !hasNumber(deployment.channels)) {
    const message = "Pinpoint sends from a phone number as +12025550100, not from a pool";
    const path = ["channels", "originationIdentity"];
    context.addIssue({ code: "custom", path, message });
  }
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
  const wrong = accessProblem(deployment);
  if (wrong) context.addIssue({ code: "custom", path: ["access", wrong.at], message: wrong.says });
  const ill = pagesProblem(deployment);
  if (ill) context.addIssue({ code: "custom", path: ["pages", ill.at], message: ill.says });
});
export type Environment = z.infer<typeof Environment>;

function hasNumber(channels: z.infer<typeof Deployment>["channels"]): boolean {
  return channels !== "made" && E164.safeParse(channels.originationIdentity).success;
}

/** What the channels stack makes is a toll-free number and a whole mail domain. */
function checkMadeChannels(
  { sms, email }: z.infer<typeof Deployment>,
  context: z.RefinementCtx,
): void {
  const wrong = (path: readonly string[], message: string) =>
    context.addIssue({ code: "custom", path: [...path], message });
  if ((sms.perSecond ?? 0) > tollFreePerSecond) {
    wrong(["sms", "perSecond"], `a toll-free number sends ${tollFreePerSecond} parts a second`);
  }
  if (email.identity.includes("@")) {
    wrong(["email", "identity"], "a mail identity that is made is a domain, not an address");
  } else if (!email.from.replace(/>$/, "").endsWith(`@${email.identity}`)) {
    wrong(["email", "from"], `an address at ${email.identity}`);
  }
}

/**
 * A new AWS account allows 10 functions at once; `inbound`, `urgent` and `access` are reserved
 * out of the account's limit, so ask for a raise before the first deployment (Lambda quotas).
 */
export const environments: readonly Environment[] = z.array(Environment).parse([
  {
    ...oakClinic,
    name: "local",
    account: "000000000000",
    region: "us-east-1",
    data: "discard",
    zone: "America/New_York",
    recipients: "everyone",
    channels: {
      originationIdentity: "+12025550100",
      originationArn: "arn:aws:sms-voice:us-east-1:000000000000:phone-number/phone-local",
      optOutListArn: "arn:aws:sms-voice:us-east-1:000000000000:opt-out-list/rounds-local",
      smsConfigurationSet: "rounds-local",
      emailConfigurationSet: "rounds-local",
    },
    sms: {},
    email: { from: "Oak Clinic <care@oak-clinic.example>", identity: "oak-clinic.example" },
    connect: {
      instanceId: "00000000-0000-4000-8000-000000000001",
      flows: {
        call: "00000000-0000-4000-8000-000000000002",
        task: "00000000-0000-4000-8000-000000000003",
      },
      sourceNumber: "+12025550101",
      traffic: "general",
    },
    ...few,
    alarmsTo: [],
    access: {
      ...staffAt("console.oak-clinic.example", "000000000000", "oak-clinic-rounds-local", true),
      concurrency: 2,
    },
  },
  {
    ...production,
    ...east,
    name: "prod-us-east-1",
    access: staffAt(
      "rounds.east.oak-clinic.example",
      production.account,
      "oak-clinic-prod-us-east-1",
      true,
    ),
    email: mailFrom("east.oak-clinic.example"),
    pages: pagesAt("care.east.oak-clinic.example", production.account, east.region),
    connect: {
      ...production.connect,
      instanceId: "9f0e3c52-6a2d-4a4b-8c36-0d8f5b8b7a10",
      sourceNumber: "+12025550101",
    },
  },
  {
    ...production,
    ...west,
    name: "prod-us-west-2",
    access: staffAt(
      "rounds.west.oak-clinic.example",
      production.account,
      "oak-clinic-prod-us-west-2",
      false,
    ),
    email: mailFrom("west.oak-clinic.example"),
    pages: pagesAt("care.west.oak-clinic.example", production.account, west.region),
    connect: {
      ...production.connect,
      instanceId: "1c7d20a4-93be-4f5a-9d0c-5b7e2f64c811",
      sourceNumber: "+13605550101",
    },
  },
  {
    ...staging,
    ...east,
    name: "staging-us-east-1",
    access: staffAt(
      "rounds.east.staging.oak-clinic.example",
      staging.account,
      "oak-clinic-staging-us-east-1",
      true,
    ),
    email: mailFrom("east.staging.oak-clinic.example"),
    connect: {
      ...staging.connect,
      instanceId: "5e2b8f19-7c40-4d63-a1b5-e90d3c6f2a12",
      sourceNumber: "+12025550102",
    },
  },
  {
    ...staging,
    ...west,
    name: "staging-us-west-2",
    access: staffAt(
      "rounds.west.staging.oak-clinic.example",
      staging.account,
      "oak-clinic-staging-us-west-2",
      false,
    ),
    email: mailFrom("west.staging.oak-clinic.example"),
    connect: {
      ...staging.connect,
      instanceId: "b3a69d57-0e8f-4c21-8f7a-64d1c2e05b13",
      sourceNumber: "+13605550102",
    },
  },
]);

/** The environment of that name. Throws, naming those there are. */
export function environmentNamed(name: string): Environment {
  const found = environments.find((environment) => environment.name === name);
  if (found) return found;
  const known = environments.map((environment) => environment.name).join(", ");
  throw new Error(`There is no environment "${name}". Known: ${known}.`);
}
