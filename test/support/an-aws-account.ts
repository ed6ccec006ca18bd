import { createServer, type IncomingMessage } from "node:http";
import type { Environment } from "#infra/environments";

/** What AWS says to one operation: an answer, or an error by its name. */
export type Said = object | { readonly refuses: string; readonly status?: number };

export interface AwsAccount {
  readonly endpoint: string;
  /** By operation, for quotas with their code: `GetServiceQuota L-4E9BCC96`. A test plants in it. */
  readonly says: Record<string, Said>;
  /** Every operation that was asked, with what it was asked. */
  readonly asked: { readonly operation: string; readonly input: string }[];
  stop(): Promise<void>;
}

/** An account of AWS that lacks nothing of what this environment needs, told in AWS's own shapes. */
export async function startAccount(environment: Environment): Promise<AwsAccount> {
  const says: Record<string, Said> = rightAnswers(environment);
  const asked: { operation: string; input: string }[] = [];
  const server = createServer(async (request, response) => {
    let input = "";
    for await (const chunk of request) input += chunk;
    const operation = operationOf(request, input);
    asked.push({ operation, input });
    const said = says[operation] ?? { refuses: "UnknownOperationException" };
    if ("refuses" in said) {
      const { refuses, status = 400 } = said as { refuses: string; status?: number };
      const isXml = operation in xmlOf;
      response.writeHead(status, {
        "content-type": isXml ? "text/xml" : "application/json",
        "x-amzn-errortype": refuses,
      });
      response.end(isXml ? errorXml(refuses) : JSON.stringify({ __type: refuses, message: "No." }));
      return;
    }
    const isXml = operation in xmlOf;
    response.writeHead(200, { "content-type": isXml ? "text/xml" : "application/json" });
    response.end(isXml ? xmlOf[operation]?.(said) : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    says,
    asked,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const paths: readonly (readonly [RegExp, string])[] = [
  [/account-settings/, "GetAccountSettings"],
  [/email\/account/, "GetAccount"],
  [/email\/identities/, "GetEmailIdentity"],
  [/event-destinations/, "GetConfigurationSetEventDestinations"],
  [/email\/configuration-sets/, "GetConfigurationSet"],
  [/^\/instance\//, "DescribeInstance"],
  [/^\/phone-number\/list/, "ListPhoneNumbersV2"],
];

function operationOf({ url = "", headers }: IncomingMessage, input: string): string {
  const action = /^Action=(\w+)/.exec(input)?.[1];
  if (action !== undefined) return action;
  const operation = String(headers["x-amz-target"] ?? "").split(".")[1];
  if (operation === undefined) return paths.find(([path]) => path.test(url))?.[1] ?? url;
  const code = /"QuotaCode":"([^"]+)"/.exec(input)?.[1];
  return code === undefined ? operation : `${operation} ${code}`;
}

/** Services that still speak AWS's query protocol. */
const xmlOf: Readonly<Record<string, (said: object) => string>> = {
  GetCallerIdentity: (said) => resultXml("GetCallerIdentity", said),
  ListSubscriptionsByTopic: (said) => {
    const { Subscriptions } = said as { Subscriptions: readonly object[] };
    const members = Subscriptions.map((one) => `<member>${fieldsXml(one)}</member>`).join("");
    return resultXml("ListSubscriptionsByTopic", { Subscriptions: members });
  },
};

function resultXml(operation: string, said: object): string {
  const result = `<${operation}Result>${fieldsXml(said)}</${operation}Result>`;
  return `<${operation}Response>${result}<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${operation}Response>`;
}

function errorXml(refuses: string): string {
  return `<ErrorResponse><Error>${fieldsXml({ Type: "Sender", Code: refuses, Message: "No." })}</Error></ErrorResponse>`;
}

function fieldsXml(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
}

function rightAnswers({
  account,
  alarmsTo,
  connect,
  name,
  region,
}: Environment): Record<string, Said> {
  const topic = (kind: string) => `arn:aws:sns:${region}:${account}:rounds-${name}-${kind}`;
  const receipts = (kind: string) => ({
    EventDestinationName: "receipts",
    Name: "receipts",
    Enabled: true,
    MatchingEventTypes: [],
    SnsDestination: { TopicArn: topic(kind) },
  });
  const quota = (QuotaCode: string, Value: number) => ({
    Quota: { ServiceCode: "connect", QuotaCode, Value, Unit: "None", Adjustable: true },
  });
  return {
    GetCallerIdentity: { Account: account, Arn: `arn:aws:iam::${account}:user/operator` },
    GetAccountSettings: {
      AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 884 },
      AccountUsage: { FunctionCount: 18, TotalCodeSize: 1 },
    },
    DescribeAccountAttributes: {
      AccountAttributes: [
        { Name: "ACCOUNT_TIER", Value: "PRODUCTION" },
        { Name: "DEFAULT_PROTECT_CONFIGURATION_ID", Value: "protect-1" },
      ],
    },
    DescribeSpendLimits: {
      SpendLimits: [
        money("VOICE_MESSAGE_MONTHLY_SPEND_LIMIT", 1),
        money("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 9000),
      ],
    },
    DescribePhoneNumbers: {
      PhoneNumbers: [
        {
          PhoneNumberArn: `arn:aws:sms-voice:${region}:${account}:phone-number/phone-1`,
          PhoneNumberId: "phone-1",
          PhoneNumber: "+18005550200",
          Status: "ACTIVE",
          IsoCountryCode: "US",
          MessageType: "TRANSACTIONAL",
          NumberCapabilities: ["SMS"],
          NumberType: "TOLL_FREE",
          MonthlyLeasingPrice: "2.00",
          TwoWayEnabled: true,
          TwoWayChannelArn: topic("sms-inbound"),
          SelfManagedOptOutsEnabled: true,
          OptOutListName: `rounds-${name}`,
          DeletionProtectionEnabled: true,
          CreatedTimestamp: 1764115200,
        },
      ],
    },
    DescribeConfigurationSets: {
      ConfigurationSets: [
        { ConfigurationSetName: `rounds-${name}`, EventDestinations: [receipts("sms-events")] },
      ],
    },
    GetAccount: {
      EnforcementStatus: "HEALTHY",
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: -1, MaxSendRate: 14, SentLast24Hours: 0 },
    },
    GetEmailIdentity: {
      IdentityType: "DOMAIN",
      VerifiedForSendingStatus: true,
      VerificationStatus: "SUCCESS",
      DkimAttributes: { SigningEnabled: true, Status: "SUCCESS" },
    },
    GetConfigurationSet: {
      ConfigurationSetName: `rounds-${name}`,
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      SendingOptions: { SendingEnabled: true },
    },
    GetConfigurationSetEventDestinations: { EventDestinations: [receipts("email-events")] },
    DescribeInstance: {
      Instance: {
        Id: connect.instanceId,
        Arn: `arn:aws:connect:${region}:${account}:instance/${connect.instanceId}`,
        InstanceAlias: "oak-clinic",
        InstanceStatus: "ACTIVE",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      },
    },
    ListPhoneNumbersV2: {
      ListPhoneNumbersSummaryList: [
        { PhoneNumber: connect.sourceNumber, PhoneNumberType: "DID", PhoneNumberCountryCode: "US" },
      ],
    },
    ListSubscriptionsByTopic: {
      Subscriptions: alarmsTo.map((Endpoint) => ({
        SubscriptionArn: `${topic("alarms")}:4d2a`,
        Owner: account,
        Protocol: "email",
        Endpoint,
        TopicArn: topic("alarms"),
      })),
    },
    "GetServiceQuota L-E908C3A1": quota("L-E908C3A1", 100),
    "GetServiceQuota L-12AB7C57": quota("L-12AB7C57", 100),
    "GetServiceQuota L-4E9BCC96": quota("L-4E9BCC96", 2),
  };
}

function money(Name: string, EnforcedLimit: number) {
  return { Name, EnforcedLimit, MaxLimit: 10_000, Overridden: true };
}
