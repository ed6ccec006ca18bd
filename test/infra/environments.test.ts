import { describe, expect, it } from "vitest";
import { Environment, environmentNamed, environments } from "#infra/environments";

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
    expect(told({ sms: { perSecond: 4 } })).toEqual([
      "sms.perSecond: a toll-free number sends 3 parts a second",
    ]);
    expect(told({ email: { ...email, identity: "care@west.oak-clinic.example" } })).toEqual([
      "email.identity: a mail identity that is made is a domain, not an address",
    ]);
    expect(told({ email: { ...email, from: "Oak <care@oak-clinic.example>" } })).toEqual([
      "email.from: an address at west.oak-clinic.example",
    ]);
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
