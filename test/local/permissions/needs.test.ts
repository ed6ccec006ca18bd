import { describe, expect, it } from "vitest";
import type { AwsCall } from "#local/permissions/call";
import { needsOf } from "#local/permissions/needs";

const table = "arn:aws:dynamodb:us-east-1:000000000000:table/patients";
const key = "arn:aws:kms:us-east-1:000000000000:key/region";
const places = {
  tables: new Map([["patients", table]]),
  keys: new Map([
    ["arn:aws:sqs:us-east-1:000000000000:work", key],
    ["arn:aws:s3:::files", key],
  ]),
  outside: { "+12025550100": "arn:aws:sms-voice:us-east-1:000000000000:phone-number/one" },
};

function call(service: string, more: Partial<Omit<AwsCall, "body">>, input: unknown = {}): AwsCall {
  const body = Buffer.from(JSON.stringify(input));
  return { ...{ service, method: "POST", path: "/", headers: {}, body }, ...more };
}

/** `action resource`, and through which service, as one line each. */
function needs(asked: AwsCall): readonly string[] {
  return needsOf(asked, places).map(({ action, resource, viaService }) =>
    [action, resource, ...(viaService === undefined ? [] : ["via", viaService])].join(" "),
  );
}

const dynamodb = (operation: string, input: unknown) =>
  call("dynamodb", { headers: { "x-amz-target": `DynamoDB_20120810.${operation}` } }, input);
const sqs = (operation: string) =>
  call(
    "sqs",
    { headers: { "x-amz-target": `AmazonSQS.${operation}` } },
    { QueueUrl: "http://127.0.0.1:1/000000000000/work" },
  );

describe("a call of the table", () => {
  it("needs its action on the table, or on the index that it queries", () => {
    expect(needs(dynamodb("PutItem", { TableName: "patients" }))).toEqual([
      `dynamodb:PutItem ${table}`,
    ]);
    expect(needs(dynamodb("Query", { TableName: "patients", IndexName: "due" }))).toEqual([
      `dynamodb:Query ${table}/index/due`,
    ]);
  });

  it("that changes an item is asked for the kind of item that it is", () => {
    const Key = { pk: { S: "link#0f0f" }, sk: { S: "link" } };
    const update = dynamodb("UpdateItem", { TableName: "patients", Key });
    expect(needsOf(update, places)).toEqual([
      { action: "dynamodb:UpdateItem", resource: table, leadingKey: "link#" },
    ]);
    expect(needs(dynamodb("UpdateItem", { TableName: "patients", Key: 7 }))).toEqual([
      `dynamodb:UpdateItem ${table}`,
    ]);
  });

  it("that reads or takes away tallies is asked for whose they are", () => {
    const pk = { S: "oak#reach" };
    for (const [operation, names] of [
      ["GetItem", { Key: { pk } }],
      ["DeleteItem", { Key: { pk } }],
      ["Query", { ExpressionAttributeValues: { ":pk": pk } }],
    ] as const) {
      const asked = dynamodb(operation, { TableName: "patients", ...names });
      expect(needsOf(asked, places)).toEqual([
        { action: `dynamodb:${operation}`, resource: table, leadingKey: "oak#reach" },
      ]);
    }
  });

  it("that takes away a draft is asked for whose it is", () => {
    const pk = { S: "oak#campaign#drafts" };
    expect(needsOf(dynamodb("DeleteItem", { TableName: "patients", Key: { pk } }), places)).toEqual(
      [{ action: "dynamodb:DeleteItem", resource: table, leadingKey: "oak#campaign#drafts" }],
    );
  });

  it("in a batch needs each table; in a transaction, each operation's own action", () => {
    const batch = { RequestItems: { patients: [], other: [] } };
    expect(needs(dynamodb("BatchWriteItem", batch))).toEqual([
      `dynamodb:BatchWriteItem ${table}`,
      "dynamodb:BatchWriteItem arn:aws:dynamodb:us-east-1:000000000000:table/other",
    ]);
    const TransactItems = [
      { Put: { TableName: "patients" } },
      { ConditionCheck: { TableName: table } },
    ];
    expect(needs(dynamodb("TransactWriteItems", { TransactItems }))).toEqual([
      `dynamodb:PutItem ${table}`,
      `dynamodb:ConditionCheckItem ${table}`,
    ]);
  });
});

describe("a call of a queue or a bucket", () => {
  it("needs the action and the key that encrypts what it reads or writes", () => {
    const work = "arn:aws:sqs:us-east-1:000000000000:work";
    expect(needs(sqs("SendMessageBatch"))).toEqual([
      `sqs:SendMessage ${work}`,
      `kms:GenerateDataKey ${key} via sqs.us-east-1.amazonaws.com`,
      `kms:Decrypt ${key} via sqs.us-east-1.amazonaws.com`,
    ]);
    expect(needs(sqs("GetQueueAttributes"))).toEqual([`sqs:GetQueueAttributes ${work}`]);
    const file = { method: "GET", path: "/files/incoming/a%20b.ndjson?x-id=GetObject" };
    expect(needs(call("s3", file))).toEqual([
      "s3:GetObject arn:aws:s3:::files/incoming/a b.ndjson",
      `kms:Decrypt ${key} via s3.us-east-1.amazonaws.com`,
    ]);
    expect(needs(call("s3", { method: "PUT", path: "/files/reports/a" }))[0]).toBe(
      "s3:PutObject arn:aws:s3:::files/reports/a",
    );
    expect(needs(call("s3", { method: "GET", path: "/files?list-type=2" }))).toEqual([
      "s3:ListBucket arn:aws:s3:::files",
    ]);
  });
});

describe("a call of a provider", () => {
  it("needs all that it names: identity, configuration set, list, flow", () => {
    const sms = (operation: string, input: unknown) =>
      call("sms-voice", { headers: { "x-amz-target": `PinpointSMSVoiceV2.${operation}` } }, input);
    const at = "arn:aws:sms-voice:us-east-1:000000000000";
    const text = { OriginationIdentity: "+12025550100", ConfigurationSetName: "rounds" };
    expect(needs(sms("SendTextMessage", text))).toEqual([
      `sms-voice:SendTextMessage ${at}:phone-number/one`,
      `sms-voice:SendTextMessage ${at}:configuration-set/rounds`,
    ]);
    expect(needs(sms("PutOptedOutNumber", { OptOutListName: "rounds" }))).toEqual([
      `sms-voice:PutOptedOutNumber ${at}:opt-out-list/rounds`,
    ]);
    const mail = { FromEmailAddress: "Oak <care@oak.example>", ConfigurationSetName: "rounds" };
    expect(needs(call("ses", { path: "/v2/email/outbound-emails" }, mail))).toEqual([
      "ses:SendEmail arn:aws:ses:us-east-1:000000000000:identity/oak.example",
      "ses:SendEmail arn:aws:ses:us-east-1:000000000000:configuration-set/rounds",
    ]);
    const task = { InstanceId: "i", ContactFlowId: "f" };
    const instance = "arn:aws:connect:us-east-1:000000000000:instance/i";
    expect(needs(call("connect", { method: "PUT", path: "/contact/task" }, task))).toEqual([
      `connect:StartTaskContact ${instance}/contact/new`,
      `connect:StartTaskContact ${instance}/contact-flow/f`,
    ]);
    expect(needs(call("connect", { method: "PUT", path: "/contact/outbound-voice" }))).toEqual([
      "connect:StartOutboundVoiceContact *",
    ]);
  });

  it("that is not known needs what nobody is granted", () => {
    const asked = [
      call("ses", { path: "/v2/email/identities" }),
      call("connect", { method: "GET", path: "/users" }),
      call("kinesis", {}),
      dynamodb("TransactGetItems", { TransactItems: [] }),
    ];
    for (const one of asked) expect(needs(one)).toHaveLength(1);
    expect(asked.flatMap(needs)[0]).toBe("ses:POST/v2/email/identities *");
    expect(asked.flatMap(needs).at(-1)).toBe("dynamodb:Unknown *");
  });
});
