import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noticeTopic } from "#cli/doctor/account/notice-topic";
import { accountOnAws } from "#cli/doctor/aws/account";
import { checkAccount } from "#cli/doctor/check-account";
import type { Finding } from "#cli/doctor/finding";
import { type Environment, environmentNamed } from "#infra/environments";
import { deployment, trial } from "#support/a-deployment";
import { type AwsAccount, type Said, startAccount } from "#support/an-aws-account";
import { regionStacks } from "#support/region-stacks";

const right = deployment();

let aws: AwsAccount;
beforeEach(async () => {
  aws = await startAccount(right);
  vi.stubEnv("AWS_ENDPOINT_URL", aws.endpoint);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.stop();
});

function told(environment: Environment = right): Promise<readonly Finding[]> {
  return checkAccount(environment, accountOnAws({ region: environment.region }));
}

/** What is not all right, as `problem texts-money: says do`. */
async function amiss(environment?: Environment): Promise<readonly string[]> {
  const findings = await told(environment);
  return findings
    .filter(({ is }) => is !== "ok")
    .map(({ check, is, says, do: advice }) => `${is} ${check}: ${says} ${advice}`);
}

/** The one of a list that AWS describes, otherwise. */
function plant(operation: string, list: string, change: object): void {
  const [first] = Object(aws.says[operation])[list];
  aws.says[operation] = { [list]: [{ ...first, ...change }] };
}

function plantIn(operation: string, change: object): void {
  aws.says[operation] = { ...aws.says[operation], ...change };
}

describe("an account that lacks nothing", () => {
  it("is told so, question by question, and nothing in it is changed", async () => {
    expect(await amiss()).toEqual([]);
    const checks = (await told()).map(({ check }) => check);
    expect(checks).toEqual([
      "account",
      "functions",
      "texts-sandbox",
      "texts-money",
      "texts-number",
      "texts-pace",
      "texts-answers",
      "texts-opt-outs",
      "texts-receipts",
      "mails",
      "mails-pace",
      "mails-from",
      "mails-set",
      "calls",
      "calls-number",
      "calls-at-once",
      "calls-pace",
      "alarms-confirmed",
    ]);
    for (const { operation } of aws.asked) expect(operation).toMatch(/^(Get|Describe|List)/);
  });
});

describe("credentials", () => {
  it("of another account are a problem, and no more is asked there", async () => {
    plantIn("GetCallerIdentity", { Account: "271828182845" });
    expect(await amiss()).toEqual([
      expect.stringMatching(/^problem account: The credentials are of account 271828182845/),
    ]);
    expect(aws.asked.map(({ operation }) => operation)).toEqual(["GetCallerIdentity"]);
  });

  it("that are missing leave the account unasked", async () => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"]) {
      vi.stubEnv(name, undefined);
    }
    for (const name of ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"]) {
      vi.stubEnv(name, "/dev/null");
    }
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
    expect(await amiss()).toEqual([
      expect.stringMatching(/^skipped account: No credentials .* --profile/),
    ]);
  });

  it("that may not ask one thing leave that unasked, and say which permission it takes", async () => {
    aws.says["DescribeSpendLimits"] = { refuses: "AccessDeniedException" };
    aws.says["GetAccount"] = { refuses: "AccessDeniedException", status: 403 };
    expect(await amiss()).toEqual([
      expect.stringMatching(/^skipped texts-money: .* may sms-voice:DescribeSpendLimits/),
      expect.stringMatching(/^skipped mails: .* may ses:GetAccount/),
    ]);
  });

  it.each([
    ["ExpiredTokenException", "Sign in to AWS again"],
    ["InternalFailure", "AWS gave no answer to it"],
  ])("or services that answer %s are told and end nothing", async (refuses, words) => {
    aws.says["GetAccountSettings"] = { refuses };
    expect(await amiss()).toEqual([expect.stringContaining(words)]);
  });

  it("are of no use where AWS is not reached", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
    expect(await amiss()).toEqual([
      expect.stringMatching(/^skipped account: AWS could not be reached \(ECONNREFUSED\)/),
    ]);
  });
});

describe("what an account may lack", () => {
  const money = { Name: "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 1 };
  const planted: readonly (readonly [string, string, string, string, object])[] = [
    [
      "texts in a sandbox",
      "texts-sandbox",
      "DescribeAccountAttributes",
      "AccountAttributes",
      { Value: "SANDBOX" },
    ],
    ["one dollar a month", "texts-money", "DescribeSpendLimits", "SpendLimits", money],
    [
      "a number that is not active",
      "texts-number",
      "DescribePhoneNumbers",
      "PhoneNumbers",
      { Status: "PENDING" },
    ],
    [
      "opt-outs that AWS swallows",
      "texts-opt-outs",
      "DescribePhoneNumbers",
      "PhoneNumbers",
      { SelfManagedOptOutsEnabled: false },
    ],
    [
      "another opt-out list",
      "texts-opt-outs",
      "DescribePhoneNumbers",
      "PhoneNumbers",
      { OptOutListName: "Default" },
    ],
    [
      "a number that nobody can answer",
      "texts-answers",
      "DescribePhoneNumbers",
      "PhoneNumbers",
      { TwoWayEnabled: false },
    ],
    [
      "answers that go elsewhere",
      "texts-answers",
      "DescribePhoneNumbers",
      "PhoneNumbers",
      { TwoWayChannelArn: "arn:aws:sns:us-east-1:314159265358:old" },
    ],
    [
      "receipts that are switched off",
      "texts-receipts",
      "DescribeConfigurationSets",
      "ConfigurationSets",
      { EventDestinations: [] },
    ],
    [
      "a number that is not claimed",
      "calls-number",
      "ListPhoneNumbersV2",
      "ListPhoneNumbersSummaryList",
      { PhoneNumber: "+12025550202" },
    ],
  ];
  it.each(planted)("is found: %s", async (_, check, operation, list, change) => {
    plant(operation, list, change);
    expect(await amiss()).toEqual([expect.stringContaining(`problem ${check}: `)]);
  });

  const ofNewAccount = { AccountLimit: { ConcurrentExecutions: 10 } };
  const closed = { SendingEnabled: false };
  const slow = { SendQuota: { Max24HourSend: -1, MaxSendRate: 1 } };
  const others: readonly (readonly [string, string, string, object])[] = [
    ["a new account's ten functions", "functions", "GetAccountSettings", ofNewAccount],
    ["mails in a sandbox", "mails", "GetAccount", { ProductionAccessEnabled: false }],
    ["mail that AWS has stopped", "mails", "GetAccount", closed],
    ["fewer mails a second than are sent", "mails-pace", "GetAccount", slow],
    [
      "a domain that is not verified",
      "mails-from",
      "GetEmailIdentity",
      { VerifiedForSendingStatus: false },
    ],
    [
      "mail that may go unencrypted",
      "mails-set",
      "GetConfigurationSet",
      { DeliveryOptions: { TlsPolicy: "OPTIONAL" } },
    ],
    [
      "a set that is switched off",
      "mails-set",
      "GetConfigurationSet",
      { SendingOptions: { SendingEnabled: false } },
    ],
    [
      "bounces that nobody hears",
      "mails-set",
      "GetConfigurationSetEventDestinations",
      { EventDestinations: [] },
    ],
    [
      "an instance that is being made",
      "calls",
      "DescribeInstance",
      { Instance: { InstanceStatus: "CREATION_IN_PROGRESS" } },
    ],
    [
      "an instance that places no calls",
      "calls",
      "DescribeInstance",
      {
        Instance: {
          InstanceStatus: "ACTIVE",
          InboundCallsEnabled: true,
          OutboundCallsEnabled: false,
        },
      },
    ],
    [
      "an instance that takes no calls",
      "calls",
      "DescribeInstance",
      {
        Instance: {
          InstanceStatus: "ACTIVE",
          InboundCallsEnabled: false,
          OutboundCallsEnabled: true,
        },
      },
    ],
    [
      "no campaign calls at all",
      "calls-at-once",
      "GetServiceQuota L-E908C3A1",
      { Quota: { Value: 0 } },
    ],
    [
      "fewer calls at once than are begun",
      "calls-at-once",
      "GetServiceQuota L-E908C3A1",
      { Quota: { Value: 89 } },
    ],
    [
      "fewer calls a second than are begun",
      "calls-pace",
      "GetServiceQuota L-4E9BCC96",
      { Quota: { Value: 1 } },
    ],
  ];
  it.each(others)("is found: %s", async (_, check, operation, change) => {
    plantIn(operation, change);
    expect(await amiss()).toEqual([expect.stringContaining(`problem ${check}: `)]);
  });

  it("is a warning where a daily limit is not counted, or AWS looks into the account", async () => {
    const SendQuota = { Max24HourSend: 50_000, MaxSendRate: 14 };
    plantIn("GetAccount", { SendQuota, EnforcementStatus: "PROBATION" });
    expect(await amiss()).toEqual([
      expect.stringMatching(/^warning mails: .*under review/),
      expect.stringMatching(/^warning mails-pace: .*Write `email.perDay: 50000`/),
    ]);
    const counted = { ...right, email: { ...right.email, perDay: 60_000 } };
    expect(await amiss(counted)).toContainEqual(expect.stringContaining("problem mails-pace"));
    const fewer = { ...right, email: { ...right.email, perDay: 40_000 } };
    expect((await amiss(fewer)).join()).not.toContain("mails-pace");
  });

  it("is a warning of its sandboxes where only those who test are contacted", async () => {
    const tested = { ...trial(), name: right.name };
    plant("DescribeAccountAttributes", "AccountAttributes", { Value: "SANDBOX" });
    plantIn("GetAccount", { ProductionAccessEnabled: false });
    expect(await amiss(tested)).toEqual([
      expect.stringMatching(/^warning texts-sandbox/),
      expect.stringMatching(/^warning mails:/),
    ]);
  });
});

describe("those who are on call", () => {
  const pending = { SubscriptionArn: "PendingConfirmation", Protocol: "email" };
  const Endpoint = right.alarmsTo[0];

  it("are told of by those who did not confirm", async () => {
    aws.says["ListSubscriptionsByTopic"] = { Subscriptions: [{ ...pending, Endpoint }] };
    expect(await amiss()).toEqual([
      expect.stringMatching(/^problem alarms-confirmed: 1 address .* from SNS/),
    ]);
  });

  it("hear nothing before there is a topic, and are not asked for where nobody is named", async () => {
    aws.says["ListSubscriptionsByTopic"] = { refuses: "NotFound", status: 404 };
    expect(await amiss()).toEqual([expect.stringMatching(/^warning alarms-confirmed: .* Deploy/)]);
    expect(await amiss({ ...right, alarmsTo: [] })).toEqual([]);
  });
});

describe("the topics that are looked for", () => {
  it("are those of the stacks", async () => {
    const names = regionStacks(right)
      .of("AWS::SNS::Topic")
      .map(({ properties }) => properties["TopicName"]);
    const kinds = ["sms-inbound", "sms-events", "email-events"] as const;
    for (const kind of kinds) expect(names).toContain(noticeTopic(right, kind).split(":").at(-1));
  });
});

describe("what is not there", () => {
  const absent = () => {
    aws.says["DescribePhoneNumbers"] = { PhoneNumbers: [] };
    aws.says["DescribeConfigurationSets"] = { refuses: "ResourceNotFoundException" };
    aws.says["GetEmailIdentity"] = { refuses: "NotFoundException", status: 404 };
    aws.says["GetConfigurationSet"] = { refuses: "NotFoundException", status: 404 };
  };

  it("is to come, as long as the channels stack makes it", async () => {
    absent();
    expect((await amiss()).map((line) => line.split(":")[0])).toEqual([
      "warning texts-number",
      "warning texts-receipts",
      "warning mails-from",
      "warning mails-set",
    ]);
  });

  it("is a problem where the environment names it", async () => {
    absent();
    aws.says["DescribePhoneNumbers"] = { refuses: "ResourceNotFoundException" };
    aws.says["DescribeInstance"] = { refuses: "ResourceNotFoundException", status: 404 };
    aws.says["ListPhoneNumbersV2"] = { refuses: "ResourceNotFoundException", status: 404 };
    expect((await amiss(named("phone-number/phone-1"))).map((line) => line.split(":")[0])).toEqual([
      "problem texts-number",
      "problem texts-receipts",
      "problem mails-from",
      "problem mails-set",
      "problem calls",
      "problem calls-number",
    ]);
  });

  it("is asked of AWS's defaults where a quota was never raised", async () => {
    aws.says["GetServiceQuota L-E908C3A1"] = { refuses: "NoSuchResourceException" };
    aws.says["GetAWSDefaultServiceQuota L-E908C3A1"] = { Quota: { Value: 0 } };
    expect(await amiss()).toEqual([expect.stringMatching(/^problem calls-at-once: .* grants no/)]);
  });
});

/** The same deployment, on identities that were there before. */
function named(identity: string): Environment {
  const arn = `arn:aws:sms-voice:us-east-1:${right.account}`;
  const channels = {
    originationIdentity: "identity",
    originationArn: `${arn}:${identity}`,
    optOutListArn: `${arn}:opt-out-list/oak`,
    smsConfigurationSet: "oak-texts",
    emailConfigurationSet: "oak-mails",
  };
  return { ...right, channels };
}

describe("texts from identities that are there", () => {
  it("are asked for by what the environment names", async () => {
    plant("DescribePhoneNumbers", "PhoneNumbers", { OptOutListName: "oak" });
    expect(await amiss(named("phone-number/phone-1"))).toEqual([]);
    const inputs = aws.asked.map(({ input }) => input).join();
    expect(inputs).toContain(`:${right.account}:phone-number/phone-1`);
    expect(inputs).toContain('"oak-texts"');
  });

  it("may come from a pool", async () => {
    const [number] = (aws.says["DescribePhoneNumbers"] as { PhoneNumbers: readonly Said[] })
      .PhoneNumbers;
    const { NumberType: _, ...pool } = { ...Object(number), OptOutListName: "oak" };
    aws.says["DescribePools"] = { Pools: [pool] };
    expect(await amiss(named("pool/pool-1"))).toEqual([]);
    expect(aws.asked.map(({ operation }) => operation)).not.toContain("DescribePhoneNumbers");
  });

  it("must not come from a sender id, which nobody can answer", async () => {
    expect(await amiss(named("sender-id/OAK/US"))).toEqual([
      expect.stringMatching(/^problem texts-number: .*STOP is never heard/),
    ]);
  });

  it("may not be faster than their kind of number", async () => {
    plant("DescribePhoneNumbers", "PhoneNumbers", { OptOutListName: "oak" });
    const hurried = { ...named("phone-number/phone-1"), sms: { ...right.sms, perSecond: 4 } };
    expect(await amiss(hurried)).toEqual([
      expect.stringMatching(/^problem texts-pace: .* TOLL_FREE sends 3/),
    ]);
  });
});

describe("calls on general traffic", () => {
  it("are held against the quota of their own kind, of the instance", async () => {
    const { connect } = environmentNamed("staging-us-east-1");
    const traffic = { ...right, connect: { ...right.connect, traffic: connect.traffic } };
    aws.says["GetServiceQuota L-12AB7C57"] = { Quota: { Value: 10 } };
    expect(await amiss(traffic)).toEqual([
      expect.stringMatching(/^problem calls-at-once: 10 calls may be up at once/),
    ]);
    const quota = aws.asked.find(({ operation }) => operation === "GetServiceQuota L-12AB7C57");
    expect(quota?.input).toContain(`:instance/${right.connect.instanceId}`);
  });
});
