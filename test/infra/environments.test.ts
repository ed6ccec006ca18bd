import { describe, expect, it } from "vitest";
import { Environment, environmentNamed, environments } from "#infra/environments";
import { regionStacks } from "#support/region-stacks";

describe("an environment", () => {
  it("is known by a name that no other has", () => {
    const names = environments.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("local");
  });

  it("that nobody wrote is refused by naming those there are", () => {
    expect(() => environmentNamed("prod-mars-1")).toThrow("Known: local, prod-us-east-1");
  });

  it("with a mistyped setting is refused", () => {
    const local = environmentNamed("local");
    for (const wrong of [
      { account: "12" },
      { region: "us-east" },
      { dueShards: 0 },
      { name: "Prod" },
      { unknown: true },
      { clinic: { ...local.clinic, opens: "9 am" } },
      { clinic: { ...local.clinic, days: [] } },
      { connect: { ...local.connect, flows: "bought" } },
    ]) {
      expect(Environment.safeParse({ ...local, ...wrong }).success).toBe(false);
    }
  });

  it("is there for production and for staging, each in two regions", () => {
    const names = environments.map(({ name, region }) => [name, name.endsWith(region)]);
    expect(names).toEqual([
      ["local", false],
      ["prod-us-east-1", true],
      ["prod-us-west-2", true],
      ["staging-us-east-1", true],
      ["staging-us-west-2", true],
    ]);
    const accounts = new Set(environments.map(({ name, account }) => `${name[0]} ${account}`));
    expect(accounts.size).toBe(3);
  });

  it("whose number and domain are made is refused what those cannot be", () => {
    const made = environmentNamed("prod-us-west-2");
    const { email } = made;
    const told = (wrong: Partial<typeof made>) =>
      Environment.safeParse({ ...made, ...wrong }).error?.issues.map(({ path, message }) =>
        [path.join("."), message].join(": "),
      );
    expect(told({})).toBeUndefined();
    expect(told({ sms: { ...made.sms, perSecond: 4 } })).toEqual([
      "sms.perSecond: a toll-free number sends 3 parts a second",
    ]);
    expect(told({ email: { ...email, identity: "care@west.oak-clinic.example" } })).toEqual([
      "email.identity: a mail identity that is made is a domain, not an address",
    ]);
    expect(told({ email: { ...email, from: "Oak <care@oak-clinic.example>" } })).toEqual([
      "email.from: an address at west.oak-clinic.example",
    ]);
  });

  it("contacts nobody unless it says whom", () => {
    const { recipients: _, ...silent } = environmentNamed("local");
    expect(Environment.parse(silent).recipients).toEqual({ only: [] });
    const tester = { ...silent, recipients: { only: ["+12025550199"] } };
    const { of } = regionStacks(Environment.parse(tester));
    const told = of("AWS::Lambda::Function").flatMap(({ properties }) => {
      const { Variables } = Object(properties["Environment"] ?? {});
      return "RECIPIENTS" in Object(Variables) ? [Variables.RECIPIENTS] : [];
    });
    expect(told).toEqual(Array(3).fill("only:+12025550199"));
  });

  it("that sends by Pinpoint names a number, gets its bundle and may use nothing else", () => {
    const local = environmentNamed("local");
    const sender = { kind: "pinpoint", applicationId: "a".repeat(32) };
    const sms = { ...local.sms, sender };
    const pool = { ...Object(local.channels), originationIdentity: "pool-1" };
    expect(Environment.safeParse({ ...local, sms, channels: pool }).success).toBe(false);
    const stacks = regionStacks(Environment.parse({ ...local, sms }));
    const policies = JSON.stringify(stacks.of("AWS::IAM::ManagedPolicy"));
    expect(policies).toContain(`apps/${"a".repeat(32)}/messages`);
    expect(policies).not.toContain("sms-voice:SendTextMessage");
    const worker = stacks
      .of("AWS::Lambda::Function")
      .find(({ properties }) => properties["FunctionName"] === "rounds-local-send-sms");
    expect(JSON.stringify(worker?.properties["Environment"])).toContain("PINPOINT_APPLICATION_ID");
  });

  it("tells the release and the sender what a provider takes in a day", () => {
    const local = environmentNamed("local");
    const few = Environment.parse({ ...local, email: { ...local.email, perDay: 200 } });
    const told = (name: string) => {
      const found = regionStacks(few)
        .of("AWS::Lambda::Function")
        .find(({ properties }) => properties["FunctionName"] === `rounds-local-${name}`);
      return Object(found?.properties["Environment"]).Variables;
    };
    expect(told("release-due")).toMatchObject({ EMAIL_PER_DAY: "200" });
    expect(told("send-email")).toMatchObject({ PER_DAY: "200" });
    expect(told("send-sms")).not.toHaveProperty("PER_DAY");
  });

  it("with fewer workers or shards than its pace needs is refused, and says how many", () => {
    const local = environmentNamed("local");
    const hurried = { ...local, sms: { ...local.sms, perSecond: 100 } };
    const told = Environment.safeParse(hurried).error?.issues.map(({ message }) => message);
    expect(told).toEqual([
      "100 a second on lane sms needs concurrency.sms to be 50 or more",
      "100 a second on lane sms needs dueShards to be 6 or more",
    ]);
    const ready = { ...hurried, dueShards: 6, concurrency: { ...local.concurrency, sms: 50 } };
    expect(Environment.safeParse(ready).success).toBe(true);
  });
});
