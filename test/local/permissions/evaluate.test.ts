import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowed, type Need } from "#local/permissions/evaluate";
import { type PolicyStatement, readPolicy } from "#local/permissions/policy";
import { matchesWildcards } from "#local/permissions/wildcards";
import { simulateAnything } from "#support/iam-simulator";

const send = "sqs:SendMessage";
const queue = "arn:aws:sqs:us-east-1:000000000000:work";
const allow = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...{ effect: "Allow", actions: [send], resources: [queue] },
  ...more,
});

const elsewhere = { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } };

describe("a policy", () => {
  it("allows what it names and nothing else", () => {
    expect(isAllowed([allow()], { action: send, resource: queue })).toBe(true);
    expect(isAllowed([allow()], { action: send, resource: `${queue}-dead` })).toBe(false);
    expect(isAllowed([allow()], { action: "sqs:ReceiveMessage", resource: queue })).toBe(false);
    expect(isAllowed([], { action: send, resource: queue })).toBe(false);
  });

  it("that denies outweighs all that allow", () => {
    const both = [allow(), allow({ effect: "Deny", actions: ["sqs:*"] })];
    expect(isAllowed(both, { action: send, resource: queue })).toBe(false);
  });

  it("on a named resource does not allow an action that takes none", () => {
    const statements = [allow({ actions: ["dynamodb:ListStreams"] })];
    expect(isAllowed(statements, { action: "dynamodb:ListStreams", resource: "*" })).toBe(false);
  });

  it("holds for calls through the services in its condition only", () => {
    const viaSqs = { viaServices: ["sqs.us-east-1.amazonaws.com"] };
    const through = (viaService?: string): Need => ({
      ...{ action: send, resource: queue },
      ...(viaService === undefined ? {} : { viaService }),
    });
    expect(isAllowed([allow(viaSqs)], through("sqs.us-east-1.amazonaws.com"))).toBe(true);
    expect(isAllowed([allow(viaSqs)], through("s3.us-east-1.amazonaws.com"))).toBe(false);
    expect(isAllowed([allow(viaSqs)], through())).toBe(false);
  });

  it("holds for items whose keys are like those in its condition, and for no call that names none", () => {
    const update = "dynamodb:UpdateItem";
    const links = { actions: [update], leadingKeys: ["link#*"] };
    const named = (leadingKey?: string): Need => ({
      ...{ action: update, resource: queue },
      ...(leadingKey === undefined ? {} : { leadingKey }),
    });
    expect(isAllowed([allow(links)], named("link#"))).toBe(true);
    expect(isAllowed([allow(links)], named("oak#"))).toBe(false);
    expect(isAllowed([allow(links)], named())).toBe(false);
    const Condition = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["link#*"] } };
    const written = { Effect: "Allow", Action: update, Resource: queue, Condition };
    expect(readPolicy({ Statement: [written] }, "policy")).toEqual([allow(links)]);
  });

  it.each([
    ["NotAction", { Effect: "Allow", NotAction: send, Resource: queue }],
    ["NotResource", { Effect: "Deny", Action: send, NotResource: queue }],
    ["another key", { Effect: "Deny", Action: send, Resource: queue, ...elsewhere }],
    ["Bool", { Effect: "Deny", Action: send, Resource: queue, Condition: { Bool: {} } }],
  ])("with %s is not enforced half: the stack does not start", (_, statement) => {
    expect(() => readPolicy({ Statement: [statement] }, "policy")).toThrow("cannot be enforced");
  });
});

/** Few letters, so that what is asked for and what is granted meet often. */
const word = fc.stringMatching(/^[ab]{1,3}$/);
const pattern = fc.stringMatching(/^[ab*?]{1,4}$/);
const names = (part: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom("sqs", "s3"), part).map((parts) => parts.join(":"));
const arns = (part: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom("sqs", "s3"), part, part)
    .map(([service, region, rest]) => `arn:aws:${service}:${region}:000000000000:${rest}`);
const services = fc.constantFrom("sqs.a.amazonaws.com", "s3.a.amazonaws.com");

const granted = {
  effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
  actions: fc.array(names(pattern), { minLength: 1, maxLength: 3 }),
  resources: fc.array(fc.oneof(arns(pattern), fc.constant("*")), { minLength: 1, maxLength: 3 }),
};
const statement: fc.Arbitrary<PolicyStatement> = fc.oneof(
  fc.record(granted),
  fc.record({ ...granted, viaServices: fc.array(services, { minLength: 1, maxLength: 2 }) }),
);

const need: fc.Arbitrary<Need> = fc
  .record({ action: names(word), resource: arns(word), viaService: fc.option(services) })
  .map(({ viaService, ...rest }) => (viaService === null ? rest : { ...rest, viaService }));

describe("any policies", () => {
  it("are read as an IAM simulator reads them", async () => {
    let allowed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        need,
        async (statements, asked) => {
          const ours = isAllowed(statements, asked);
          allowed += Number(ours);
          expect(ours).toBe(await simulateAnything(statements, asked));
        },
      ),
      { numRuns: 500 },
    );
    expect(allowed).toBeGreaterThan(20);
  });

  it("match wildcards as a regular expression would", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*?]{0,8}$/), fc.stringMatching(/^[ab]{0,10}$/), (p, t) => {
        const regular = new RegExp(`^${p.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        expect(matchesWildcards(p, t)).toBe(regular.test(t));
      }),
      { numRuns: 2_000 },
    );
  });
});
