import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionNames } from "#infra/function-names";
import { Care } from "./care.ts";
import { handIn, hastyReminder, reminder, reorderedReminder } from "./clinic.ts";
import { type Deployment, emptyAccount } from "./deployment.ts";
import { emptyBuckets, leftoversOf } from "./leftovers.ts";
import { isListed } from "./providers.ts";
import { codeOf, mappingsOf, queuesOf } from "./wiring.ts";

/**
 * From an empty account to an empty account, on an emulator of AWS: `cdk bootstrap` and `cdk deploy`
 * into two regions, a patient's way through a campaign on the deployed functions, an update with a
 * patient midway, and the end of it all. The story is one: each test goes on from the one before.
 *
 * What is real: the CDK's command, the templates, CloudFormation's order of things, the functions'
 * bundles on Node, queues, topics, streams, the bucket's notices and the minute's schedule. What is
 * not: the emulator enforces no IAM policy, shows no encryption and no point-in-time recovery of
 * tables, reads cron expressions in UTC whatever their zone (so the daily selection is invoked, with
 * the schedule's input), and deletes buckets that still hold files (so they are emptied first, as AWS
 * demands). What a template asks for beyond that is judged by `test/infra`. Texts and tasks go to
 * the servers of `local/outside`; nobody is called or mailed.
 */
const ada = { id: "ada", phone: "+16175550134", birthDate: "1966-06-15" };
const ben = { id: "ben", phone: "+16175550135", birthDate: "1966-06-15" };
const cleo = { id: "cleo", phone: "+16175550136", birthDate: "1966-06-15" };
const dora = { id: "dora", phone: "+16175550137", birthDate: "1938-06-15" };

const soon = { timeout: 60_000, interval: 250 };
/** A wait of a minute, the tick after it, and a function's start. */
const afterTwoTicks = { timeout: 170_000, interval: 500 };

let account: Deployment;
let care: Care;
const deployed = () => account.stacks().filter(({ obstacle }) => obstacle === undefined);

beforeAll(async () => {
  account = await emptyAccount();
});
afterAll(() => account?.stop());

describe("an empty account", () => {
  it("is made ready in two regions by cdk bootstrap", async () => {
    const { east, west } = account;
    const places = [east, west].map(({ environment }) => environment);
    await account.cdk("bootstrap", ...places.map((at) => `aws://${at.account}/${at.region}`));
    for (const region of [east, west]) {
      const made = await region.resourcesOf("CDKToolkit");
      expect(made.map(({ ResourceType }) => ResourceType)).toContain("AWS::S3::Bucket");
    }
  });

  it("takes the stacks of two regions, but those whose kinds the emulator does not know", async () => {
    for (const { id, obstacle } of account.stacks()) {
      if (obstacle !== undefined) console.info(`${id} is not deployed here. ${obstacle}`);
    }
    await account.deploy("east", "west");
    for (const { name, stage, resources } of deployed()) {
      const made = await account[stage].resourcesOf(name);
      expect(made.map(({ LogicalResourceId }) => LogicalResourceId).toSorted()).toEqual(resources);
      const unfinished = made.filter((one) => one.ResourceStatus !== "CREATE_COMPLETE");
      expect(unfinished).toEqual([]);
    }
    care = new Care(account.east, await account.east.address(), account.providers);
  });

  it("then differs in nothing from the code, and has not drifted", async () => {
    const ids = deployed().flatMap(({ id, stage }) => (stage === "east" ? [id] : []));
    await account.cdk("diff", ...ids, "--fail");
    await account.cdk("drift", ...ids, "--fail");
  });
});

describe.each(["east", "west"] as const)("the deployment in the %s", (name) => {
  it("keeps messages encrypted, off plain HTTP, and apart after five failures", async () => {
    const queues = await queuesOf(account[name]);
    expect(queues.length).toBeGreaterThan(20);
    for (const { isEncrypted, deniesPlainHttp, ...queue } of queues) {
      expect({ ...queue, isEncrypted, deniesPlainHttp }).toMatchObject({
        isEncrypted: true,
        deniesPlainHttp: true,
        deadAfter: queue.name.endsWith("-dead") ? undefined : 5,
      });
    }
  });

  it("wakes each worker by its queue or the table's stream, and hears which messages failed", async () => {
    const mappings = await mappingsOf(account[name]);
    expect(mappings.length).toBeGreaterThanOrEqual(15);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        State: "Enabled",
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      });
    }
    const [stream] = mappings.filter((one) => one.EventSourceArn?.includes(":dynamodb:"));
    expect(stream?.DestinationConfig?.OnFailure?.Destination).toMatch(/publish-ledger-dead$/);
    expect(stream?.FilterCriteria?.Filters).toHaveLength(1);
  });
});

describe("a patient's way, on the deployed functions", () => {
  it("begins with a file: the bucket tells the queue, and the import reads it", async () => {
    await care.publish(reminder, hastyReminder);
    await handIn(care.address, "overdue", [ada, ben, cleo]);
    for (const patient of [ada, ben, cleo]) {
      await expect.poll(() => care.profile(patient), soon).toMatchObject({ patient: patient.id });
    }
  });

  it("leads by the daily selection to one text for each patient", async () => {
    await care.select();
    for (const patient of [ada, ben, cleo]) {
      await expect.poll(() => care.textsTo(patient), soon).toEqual(["invite"]);
    }
  });

  it("is known to have gone on when the carrier reports the text delivered", async () => {
    const stage = async () => (await care.record(ada))?.enrollments[0]?.stage;
    await expect.poll(stage, soon).toBe("delivered");
  });

  it("leads from the answer 1 to a task before an agent", async () => {
    await care.says(ada, "1");
    const booking = () => care.tasks().filter((id) => id.startsWith("lab-reminder/hba1c:"));
    await expect.poll(booking, soon).toHaveLength(1);
    expect((await care.record(ada))?.enrollments[0]).toMatchObject({ step: "book" });
  });

  it("turns words about chest pain into one task that goes before all others", async () => {
    await care.says(ben, "I have chest pain and can't breathe");
    const urgent = async () => (await care.record(ben))?.tasks.map(({ priority }) => priority);
    await expect.poll(urgent, soon).toEqual(["stat"]);
    const [flag] = (await care.record(ben))?.tasks ?? [];
    await expect.poll(() => account.providers.tasks.get(flag?.id ?? ""), soon).toBe(1);
  });

  it("ends with STOP: one confirmation, and nothing after it", async () => {
    await care.says(ada, "STOP");
    await expect.poll(() => care.textsTo(ada).length, soon).toBe(2);
    expect((await care.record(ada))?.permissions).toMatchObject([{ says: "revoked" }]);
    await care.select();
    await care.release();
    expect(care.textsTo(ada)).toHaveLength(2);
  });

  it("goes on by the minute's schedule alone when the patient is silent", async () => {
    await handIn(care.address, "later", [dora]);
    await expect.poll(() => care.profile(dora), soon).toMatchObject({ patient: dora.id });
    await care.select();
    await expect.poll(() => care.textsTo(dora), soon).toEqual(["invite"]);
    const step = async () => (await care.record(dora))?.enrollments[0]?.step;
    await expect.poll(step, afterTwoTicks).toBe("remind");
  });

  it("stands on the carrier's own opt-out list after STOP", async () => {
    await expect.poll(() => isListed(account.providers, ada.phone), afterTwoTicks).toBe(true);
  });

  it("is unknown in the other region", async () => {
    const west = new Care(account.west, await account.west.address(), account.providers);
    expect(await west.profile(ada)).toBeUndefined();
    expect(await west.record(ada)).toBeUndefined();
  });
});

describe("an update with a patient midway", () => {
  let before: Readonly<Record<string, string>>;

  it("changes the code of every function and leaves the record as it was", async () => {
    const record = await care.record(cleo);
    before = await codeOf(account.east);
    await account.changeCode();
    await account.deploy("east");
    const after = await codeOf(account.east);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const changed = functionNames.filter((name) => {
      const deployed = account.east.named(name);
      return before[deployed] !== after[deployed];
    });
    expect(changed).toEqual(functionNames);
    expect(await care.record(cleo)).toEqual(record);
  });

  it("sends nothing a second time, not by a new version of the campaign either", async () => {
    await care.publish(reorderedReminder, hastyReminder);
    await care.select();
    await care.release();
    expect(care.textsTo(cleo)).toEqual(["invite"]);
  });

  it("hears the answer as the version meant it that asked", async () => {
    await care.says(cleo, "2");
    const step = async () => (await care.record(cleo))?.enrollments[0]?.step;
    await expect.poll(step, soon).toBe("talk");
    expect((await care.record(cleo))?.enrollments[0]?.version).toBe(1);
  });

  it("is taken back by deploying what was there before", async () => {
    await account.restoreCode();
    await account.deploy("east");
    expect(await codeOf(account.east)).toEqual(before);
  });
});

describe("in the end", () => {
  it("the ledger that the stream filled shows no law broken, and no message was put aside", async () => {
    const { rows, violations } = await care.judge();
    expect(rows).toBeGreaterThan(30);
    expect(violations).toEqual([]);
    const queues = await queuesOf(account.east);
    const dead = queues.filter((queue) => queue.name.endsWith("-dead") && queue.messages > 0);
    expect(dead).toEqual([]);
  });

  it("cdk destroy leaves neither stack nor table nor anything else of ours", async () => {
    for (const region of [account.east, account.west]) await emptyBuckets(region);
    await account.cdk("destroy", ...deployed().map(({ id }) => id), "--force");
    for (const region of [account.east, account.west]) {
      expect(await leftoversOf(region)).toEqual([]);
    }
  });
});
