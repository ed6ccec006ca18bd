import { describe, expect, it } from "vitest";
import { checkSettings } from "#cli/doctor/check-settings";
import type { Finding } from "#cli/doctor/finding";
import { type Environment, environmentNamed, environments } from "#infra/environments";
import { campaign } from "#support/a-campaign";
import { deployment, trial } from "#support/a-deployment";

const right = deployment();

function told(environment: Environment, campaigns = [campaign()]): readonly Finding[] {
  return checkSettings(environment, { environments: [environment], campaigns });
}

/** What is not all right, as `problem recipients`. */
function amiss(environment: Environment, campaigns = [campaign()]): readonly string[] {
  return told(environment, campaigns)
    .filter(({ is }) => is !== "ok")
    .map(({ check, is }) => `${is} ${check}`);
}

/** What one check says, in one text. */
const said = (environment: Environment, check: string) =>
  told(environment)
    .filter((finding) => finding.check === check)
    .map(({ says, do: advice }) => `${says} ${advice}`)
    .join("\n");

describe("an environment that lacks nothing", () => {
  it("is told that all is well, for patients and for those who test", () => {
    expect(amiss(right)).toEqual([]);
    expect(amiss(trial())).toEqual([]);
    expect(told(right).every(({ do: advice }) => advice === "")).toBe(true);
  });

  it("of a laptop is not asked for anything that a laptop cannot have", () => {
    expect(amiss(environmentNamed("local"))).toEqual([]);
  });

  it("always gets an answer to the same questions, with something to do where it lacks any", () => {
    const names = new Set(told(right).map(({ check }) => check));
    for (const environment of environments.filter(({ name }) => name !== "local")) {
      const findings = told(environment);
      expect(new Set(findings.map(({ check }) => check))).toEqual(names);
      for (const finding of findings.filter(({ is }) => is !== "ok")) {
        expect(finding.do).not.toBe("");
      }
    }
  });
});

describe("values of an invented clinic that are left", () => {
  it("are named by where they stand, all at once", () => {
    const shipped = said(environmentNamed("prod-us-east-1"), "invented");
    expect(shipped).toContain(
      "Invented account: `account`, `access.certificateArn` and `pages.certificateArn`.",
    );
    expect(shipped).toContain(
      "`email.from`, `email.identity`, `alarmsTo.0`, `access.console` and `pages.host`",
    );
    expect(shipped).toContain("telephone number: `clinic.phone` and `connect.sourceNumber`");
  });

  it.each([
    ["account", { account: "123456789012" }],
    ["account", { account: "777788889999" }],
    ["alarmsTo.0", { alarmsTo: ["oncall@example.org"] }],
    ["email.from", { email: { ...right.email, from: "care@mail.example.com" } }],
    ["clinic.phone", { clinic: { ...right.clinic, phone: "+18005550199" } }],
    [
      "connect.instanceId",
      { connect: { ...right.connect, instanceId: "00000000-0000-4000-8000-000000000001" } },
    ],
  ])("are found in %s: %j", (path, wrong) => {
    // Not by the schema, which would have the domain belong to the identity.
    expect(said({ ...right, ...wrong }, "invented")).toContain(`\`${path}\``);
  });

  it("are not seen in numbers and accounts that only look like them", () => {
    const near = { account: "111122223334", clinic: { ...right.clinic, phone: "+18005550299" } };
    const email = { ...right.email, from: "care@examples.com" };
    const arn = `arn:aws:acm:us-east-1:${near.account}:certificate/c1`;
    const access = { ...right.access, certificateArn: arn };
    const pages = { host: "care.oak-clinic.internal", certificateArn: arn };
    expect(amiss({ ...right, ...near, email, access, pages })).toEqual([]);
  });
});

describe("what is named by ARN", () => {
  it("must be of the deployment's account, and of CloudFront's region where staff come in", () => {
    const channels = {
      originationIdentity: "pool-1",
      originationArn: "arn:aws:sms-voice:us-west-2:314159265358:pool/pool-1",
      optOutListArn: "arn:aws:sms-voice:us-east-1:314159265358:opt-out-list/oak",
      smsConfigurationSet: "oak",
      emailConfigurationSet: "oak",
    };
    const access = {
      ...right.access,
      webAcl: "arn:aws:wafv2:us-east-1:271828182845:global/webacl/oak/1",
    };
    const wrong = { ...right, channels, access };
    expect(said(wrong, "arns")).toContain("`channels.originationArn` and `access.webAcl`");
    const west = { ...right, region: "us-west-2" };
    expect(said(west, "arns")).toContain("`pages.certificateArn`");
    const certificateArn = `arn:aws:acm:us-west-2:${right.account}:certificate/c2`;
    const pages = { host: "care.oak-clinic.internal", certificateArn };
    expect(amiss({ ...west, pages })).toEqual([]);
  });
});

describe("whom a deployment contacts", () => {
  it.each([
    ["a problem for everyone where nothing is kept", "problem", { data: "discard" }],
    ["a warning for nobody at all", "warning", { recipients: { only: [] } }],
    [
      "a warning for a few where patients are",
      "warning",
      { recipients: { only: ["a@b.internal"] } },
    ],
  ] as const)("is %s", (_, is, wrong) => {
    expect(amiss({ ...right, ...wrong })).toContain(`${is} recipients`);
  });

  it("does not tell the numbers of those who test", () => {
    expect(JSON.stringify(told(trial()))).not.toContain("+12025550201");
  });
});

describe("how fast and how much", () => {
  const { perSecond: _, ...unpaced } = right.connect;
  const { hourlyMax: __, ...unbounded } = right.sms;

  it("asks for a pace on each channel, a problem where patients are contacted", () => {
    expect(said({ ...right, connect: unpaced }, "pace")).toContain("No `connect.perSecond`");
    expect(amiss({ ...right, connect: unpaced })).toEqual(["problem pace"]);
    expect(amiss({ ...trial(), connect: unpaced })).toEqual(["warning pace"]);
  });

  it("asks for a ceiling where patients are contacted", () => {
    expect(said({ ...right, sms: unbounded }, "ceiling")).toContain("No `sms.hourlyMax`");
    expect(amiss({ ...right, sms: unbounded })).toEqual(["problem ceiling"]);
    expect(amiss({ ...trial(), sms: unbounded })).toEqual([]);
  });

  it.each([
    [10_799, []],
    [10_800, ["problem ceiling"]],
  ])("weighs a ceiling of %i an hour against 3 texts a second", (hourlyMax, expected) => {
    expect(amiss({ ...right, sms: { perSecond: 3, hourlyMax, sender: right.sms.sender } })).toEqual(
      expected,
    );
  });

  it.each([
    [705, []],
    [706, ["problem concurrency"]],
  ])(
    "counts %i functions for decisions beside all others against an account's 1,000",
    (decide, expected) => {
      expect(amiss({ ...right, concurrency: { ...right.concurrency, decide } })).toEqual(expected);
    },
  );
});

describe("calls that machines take", () => {
  const general = { connect: { ...right.connect, traffic: "general" as const } };

  it("are a problem on general traffic where campaigns call patients", () => {
    expect(amiss({ ...right, ...general })).toEqual(["problem machines"]);
    expect(said({ ...right, ...general }, "machines")).toContain("1 campaign that call, 1 with");
    expect(amiss(trial(general))).toEqual(["warning machines"]);
  });

  it("are none where no campaign calls", () => {
    const written = campaign({
      start: "end",
      steps: { end: { kind: "end", outcome: "completed" } },
    });
    expect(amiss({ ...right, ...general }, [written])).toEqual([]);
  });

  it("are not judged where the campaigns cannot be read", () => {
    const environment = { ...right, ...general };
    const findings = checkSettings(environment, { environments: [], campaigns: undefined });
    expect(findings).toContainEqual(
      expect.objectContaining({ check: "machines", is: "skipped", do: expect.stringMatching(/./) }),
    );
  });
});

describe("alarms and homes", () => {
  it("asks who is on call", () => {
    expect(amiss({ ...right, alarmsTo: [] })).toEqual(["problem alarms"]);
    expect(amiss(trial({ alarmsTo: [] }))).toEqual(["warning alarms"]);
  });

  it("reminds of the fence where another deployment of the clinic took over, and there too", () => {
    const next = deployment({ name: "prod-2", epoch: 2 });
    const both = { environments: [right, next], campaigns: [] };
    const said = (environment: Environment) =>
      checkSettings(environment, both).find(({ check }) => check === "epoch");
    expect(said(right)).toMatchObject({ is: "warning", do: expect.stringContaining("fence") });
    expect(said(right)?.says).toContain("behind prod-2 (epoch 2)");
    expect(said(next)).toMatchObject({ is: "warning", do: expect.stringContaining("fence") });
    const other = { ...next, organizationId: "elm" };
    const apart = checkSettings(right, { environments: [right, other], campaigns: [] });
    expect(apart.find(({ check }) => check === "epoch")?.is).toBe("ok");
  });
});
