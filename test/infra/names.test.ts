import { describe, expect, it } from "vitest";
import { type Environment, environments } from "#infra/environments";
import { regionStacks, type TemplateResource } from "#support/region-stacks";

const deployments = environments.map((environment) => ({
  environment,
  ...regionStacks(environment),
}));

/** Where a type's name is, when it is neither `Name` nor the type's own word with `Name`. */
const namedElsewhere: Readonly<Record<string, string>> = {
  "AWS::Cognito::UserPoolDomain": "Domain",
  "AWS::Cognito::UserPoolClient": "ClientName",
  "AWS::KMS::Alias": "AliasName",
  "AWS::SES::EmailIdentity": "EmailIdentity",
  "AWS::SES::ReceiptRuleSet": "RuleSetName",
};

/** Names of these are taken for everybody, and of those for all regions of an account. */
const worldwide = ["AWS::S3::Bucket", "AWS::Cognito::UserPoolDomain"];
const accountWide = /^AWS::(IAM|CloudFront)::/;

/** Names inside another resource, which has a name of its own. */
const within = [
  "AWS::Cognito::UserPoolClient",
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::ApiGatewayV2::Stage",
];

/** The name that was chosen for it, if one was; CloudFormation makes the others unique. */
function nameOf({ type, properties }: TemplateResource): string | undefined {
  const word = type.split("::").at(-1) ?? "";
  if (within.includes(type)) return undefined;
  const elsewhere = namedElsewhere[type];
  const config = properties[`${word}Config`];
  const inConfig = typeof config === "object" && config !== null && "Name" in config && config.Name;
  const candidates = elsewhere
    ? [properties[elsewhere]]
    : [properties["Name"], properties[`${word}Name`], inConfig];
  return candidates.find((name): name is string => typeof name === "string");
}

function scopeOf(type: string, { account, region }: Environment): string {
  if (worldwide.includes(type)) return "world";
  return accountWide.test(type) ? account : `${account} ${region}`;
}

/** CDK leaves hyphens out of the names that it makes. */
const plain = (name: string) => name.replaceAll("-", "");

const named = deployments.flatMap(({ environment, resources }) =>
  resources.flatMap((resource) => {
    const name = nameOf(resource);
    if (name === undefined) return [];
    return [{ type: resource.type, name, key: scopeOf(resource.type, environment), environment }];
  }),
);

describe("a name that is chosen", () => {
  it("is given to buckets, functions, queues, topics, numbers and mail domains", () => {
    const types = new Set(named.map(({ type }) => type));
    for (const type of [
      "AWS::S3::Bucket",
      "AWS::Lambda::Function",
      "AWS::SQS::Queue",
      "AWS::SNS::Topic",
      "AWS::Scheduler::Schedule",
      "AWS::Connect::ContactFlow",
      "AWS::SMSVOICE::ConfigurationSet",
      "AWS::SMSVOICE::OptOutList",
      "AWS::SES::ConfigurationSet",
      "AWS::SES::EmailIdentity",
      "AWS::SES::ReceiptRuleSet",
    ]) {
      expect(types).toContain(type);
    }
  });

  it("is free where it is taken: in the account and region, the account, or the world", () => {
    const taken = named.map(({ type, name, key }) => `${key} ${type} ${name}`);
    expect(taken.filter((name, index) => taken.indexOf(name) !== index)).toEqual([]);
  });

  it("says whose it is, so that two stages can share an account", () => {
    const unsaid = named.filter(
      ({ name, environment }) =>
        !plain(name).includes(plain(environment.name)) && name !== environment.email.identity,
    );
    expect(unsaid.map(({ type, name }) => `${type} ${name}`)).toEqual([]);
  });
});

/** CloudFront is one in the world, and keeps its certificates and ACLs in us-east-1. */
const inCloudFront = /arn:aws:(?:acm|wafv2):us-east-1:\d{12}:(?:certificate|global)\/[^"]+/g;

describe.each(deployments)("$environment.name", ({ environment, templates }) => {
  const text = templates
    .map((template) => JSON.stringify(template.toJSON()))
    .join("\n")
    .replaceAll(inCloudFront, "");

  it("names no other region, so that it cannot fail with one", () => {
    const regions = new Set(
      [...text.matchAll(/\b[a-z]{2}-(?:[a-z]+-)+\d\b/g)].map(([name]) => name),
    );
    regions.delete(environment.region);
    expect([...regions]).toEqual([]);
  });

  it("names no other deployment and no other account", () => {
    const others = environments.filter(({ name }) => name !== environment.name);
    const foreign = others.flatMap(({ name, account, connect, email }) => [
      `rounds-${name}`,
      ...(account === environment.account ? [] : [account]),
      connect.instanceId,
      `"${email.identity}"`,
    ]);
    expect(foreign.filter((other) => text.includes(other))).toEqual([]);
  });

  it("imports only what its own stacks export", () => {
    const wanted = [...text.matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name]) => name);
    const given = [...text.matchAll(/"Export":\{"Name":"([^"]+)"\}/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((name) => !given.includes(name))).toEqual([]);
  });
});
