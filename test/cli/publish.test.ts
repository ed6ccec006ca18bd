import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deployedStores } from "#cli/deployment";
import { runRounds } from "#cli/main";
import { atShell } from "#support/aws-shell";
import {
  createPatientTable,
  hasDynamodb,
  patientTable,
  startDynamodb,
  type TestDynamodb,
} from "#support/dynamodb";
import { root, textAt } from "#support/repository";
import { scriptedTerminal } from "#support/scripted-terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-publish-"));
  cpSync(join(root, "campaigns/lab-reminder/hba1c"), join(folder, "lab-reminder/hba1c"), {
    recursive: true,
  });
  // Past its review a campaign is refused, and this test must not end with it.
  edit("lab-reminder/hba1c/campaign.yaml", /^review: \S+/m, "review: 2099-12-31");
  writeFileSync(join(folder, "organization.yaml"), textAt("docs/examples/organization.yaml"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function edit(file: string, before: RegExp | string, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(before);
  writeFileSync(path, text.replace(before, after));
}

/** Publishes the campaign of this test's folder. */
async function publish(table: string, ...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const settings = ["--organization", join(folder, "organization.yaml")];
  const campaign = join(folder, "lab-reminder/hba1c");
  await runRounds(["publish", "--table", table, ...settings, ...args, campaign], terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  return { lines: printed().trimEnd().split("\n"), complained: complained(), exitCode };
}

const id = "lab-reminder/hba1c";
const asked = ["--queue", "import"];

describe.skipIf(!hasDynamodb)("rounds publish", () => {
  let dynamodb: TestDynamodb;
  let messaging: FauxqsServer;
  let sqs: SQSClient;

  beforeAll(async () => {
    [dynamodb, messaging] = await Promise.all([
      startDynamodb(),
      startFauxqs({ port: 0, logger: false, defaultRegion: "us-east-1" }),
    ]);
    sqs = new SQSClient({ ...dynamodb.connection, endpoint: endpoints().sqs });
    for (const QueueName of ["import", "rounds-test-import"]) {
      await sqs.send(new CreateQueueCommand({ QueueName }));
    }
  });
  afterAll(async () => {
    sqs.destroy();
    await Promise.all([dynamodb.stop(), messaging.stop()]);
  });

  const endpoints = () => ({
    dynamodb: dynamodb.endpoint,
    sqs: `http://127.0.0.1:${messaging.port}`,
  });

  async function aTable(): Promise<string> {
    const table = await createPatientTable(dynamodb.client);
    atShell(endpoints());
    return table;
  }

  async function handedIn(queue: string): Promise<readonly string[]> {
    const bodies: string[] = [];
    for (;;) {
      const QueueUrl = `${endpoints().sqs}/000000000000/${queue}`;
      const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await sqs.send(receive);
      if (Messages.length === 0) return bodies;
      bodies.push(...Messages.map(({ Body = "" }) => Body));
    }
  }

  it("opens a clinic in an empty table, and changes nothing the second time", async () => {
    const table = await aTable();
    const first = await publish(table, ...asked);
    expect(first).toMatchObject({ complained: "", exitCode: 0 });
    expect(first.lines).toEqual([
      "organization oak-clinic: new",
      "concept lists: new",
      `${id}: new, version 1`,
      "Audiences: everybody who was imported is looked at again.",
    ]);
    const stores = deployedStores(table, undefined);
    const organization = await stores.organizations.load("oak-clinic");
    expect(organization?.name).toBe("Oak Clinic");
    expect(Object.keys(organization?.notices ?? {}).toSorted()).toEqual(["en", "es"]);
    expect(await stores.organizations.ofLine("care@oak-clinic.example")).toBe("oak-clinic");
    expect((await stores.concepts.load("oak-clinic")).map(({ name }) => name)).toContain("hba1c");
    expect(await stores.campaigns.live("oak-clinic")).toEqual([
      { id, version: 1, isPaused: false },
    ]);
    const work = (await handedIn("import")).map((body) => JSON.parse(body));
    expect(work).toHaveLength(8);
    expect(work[0]).toMatchObject({ schema: "resolve.v1", organization: "oak-clinic" });

    const second = await publish(table, ...asked);
    expect(second.exitCode).toBe(0);
    expect(second.lines.slice(0, 3)).toEqual([
      "organization oak-clinic: unchanged",
      "concept lists: unchanged",
      `${id}: unchanged, version 1`,
    ]);
    expect((await stores.campaigns.live("oak-clinic"))[0]?.version).toBe(1);
  });

  it("makes a next version of other words, and tells it from another audience", async () => {
    const table = await aTable();
    await publish(table, ...asked);
    edit("lab-reminder/hba1c/campaign.yaml", /^title: .*/m, "title: The HbA1c, better said");
    const reworded = await publish(table, ...asked);
    expect(reworded.lines).toContain(`${id}: version 2, other words or steps`);
    edit("lab-reminder/hba1c/campaign.yaml", /age: \{ from: 18/, "age: { from: 21");
    const dry = await publish(table, ...asked, "--dry-run", "--json");
    expect(dry.lines.map((line) => JSON.parse(line))).toEqual([
      { what: "organization", id: "oak-clinic", change: "unchanged", settings: [] },
      { what: "concepts", change: "unchanged", lists: [] },
      { what: "campaign", id, change: "changed", version: 3, isForOthers: true, isPaused: false },
      { what: "publication", solved: "everybody", written: false },
    ]);
    const { campaigns } = deployedStores(table, undefined);
    expect((await campaigns.live("oak-clinic"))[0]?.version).toBe(2);
    const written = await publish(table, ...asked, "--json");
    expect(written.lines.slice(0, 3)).toEqual(dry.lines.slice(0, 3));
    expect((await campaigns.live("oak-clinic"))[0]?.version).toBe(3);
    expect((await campaigns.version("oak-clinic", id, 1))?.title).not.toContain("better said");
  });

  it("refuses words of an earlier version unless they are asked for", async () => {
    const table = await aTable();
    await publish(table, ...asked);
    edit("lab-reminder/hba1c/campaign.yaml", /^title: .*/m, "title: The HbA1c, better said");
    await publish(table, ...asked);
    cpSync(join(root, "campaigns/lab-reminder/hba1c"), join(folder, "lab-reminder/hba1c"), {
      recursive: true,
    });
    edit("lab-reminder/hba1c/campaign.yaml", /^review: \S+/m, "review: 2099-12-31");
    edit("organization.yaml", "name: Oak Clinic ", "name: Oak Clinic of Boston ");
    const refused = await publish(table, ...asked);
    expect(refused.complained).toContain(`${id} has the words of version 1, and a later one`);
    expect(refused.complained).toContain("Nothing was published.");
    expect(refused.exitCode).toBe(1);
    const { lines } = await publish(table, ...asked, "--json");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { what: "refusal", is: "earlier", campaign: id, version: 1 },
    ]);
    const { campaigns, organizations } = deployedStores(table, undefined);
    expect((await campaigns.live("oak-clinic"))[0]?.version).toBe(2);
    expect((await organizations.load("oak-clinic"))?.name).toBe("Oak Clinic");
    const back = await publish(table, ...asked, "--earlier");
    expect(back.lines).toContain(`${id}: version 3, other words or steps`);
    expect(back.exitCode).toBe(0);
  });

  it("refuses all for one error, named as check names it, and writes nothing", async () => {
    const table = await aTable();
    edit("lab-reminder/hba1c/campaign.yaml", /^owner:/m, "ownr:");
    edit("organization.yaml", "afterHoursDesk", "afterHourDesk");
    const { lines, complained, exitCode } = await publish(table, ...asked);
    expect(lines).toContainEqual(expect.stringMatching(/campaign\.yaml:\d+:1 error unknown-key/));
    expect(lines).toContainEqual(
      expect.stringMatching(/organization\.yaml:\d+:1 error unknown-key .*`afterHoursDesk`/),
    );
    expect(complained).toBe("Nothing was published.\n");
    expect(exitCode).toBe(1);
    const json = await publish(table, ...asked, "--json");
    expect(json.lines.map((line) => JSON.parse(line).code)).toContain("missing-owner");
    expect(await deployedStores(table, undefined).campaigns.live("oak-clinic")).toEqual([]);
  });

  it("names the settings and the concept lists that change", async () => {
    const table = await aTable();
    await publish(table, ...asked);
    edit("organization.yaml", "afterHoursDesk: false", "afterHoursDesk: true ");
    edit("organization.yaml", "mon-sat: 09:00-20:00", "mon-fri: 10:00-12:00");
    mkdirSync(join(folder, "lists"));
    writeFileSync(join(folder, "lists/hba1c.yaml"), "codes: { loinc: [4548-4] }\n");
    const { lines } = await publish(table, ...asked, "--concepts", join(folder, "lists"));
    expect(lines.slice(0, 2)).toEqual([
      "organization oak-clinic: changed (hasAfterHoursDesk, policy.window)",
      "concept lists: changed (hba1c)",
    ]);
    // Forgetting the folder the next time is seen, too.
    const without = await publish(table, ...asked, "--dry-run");
    expect(without.lines[1]).toBe("concept lists: changed (hba1c)");
    expect(without.lines).toContain("Nothing was written: this is a dry run.");
  });

  it("refuses a folder of concepts with a list that cannot be read", async () => {
    const table = await aTable();
    writeFileSync(join(folder, "organization.json"), "{");
    const { complained, exitCode } = await publish(table, ...asked, "--concepts", folder);
    expect(complained).toContain("organization.json: The file is neither JSON nor YAML");
    expect(exitCode).toBe(1);
  });

  it("finds the queue of a deployment by the name of its table", async () => {
    const table = "rounds-test-data-patientstable-1ABC";
    await dynamodb.client.send(new CreateTableCommand(patientTable(table)));
    atShell(endpoints());
    expect(await publish(table)).toMatchObject({ complained: "", exitCode: 0 });
    expect(await handedIn("rounds-test-import")).toHaveLength(8);
  });

  it("writes nothing where there is no such queue", async () => {
    const table = await aTable();
    const { complained, exitCode } = await publish(table, "--queue", "nowhere");
    expect(complained).toContain("There is no queue of that name");
    expect(exitCode).toBe(1);
    const { organizations } = deployedStores(table, undefined);
    expect(await organizations.load("oak-clinic")).toBeUndefined();
  });

  it("refuses a line that is another organization's", async () => {
    const table = await aTable();
    await publish(table, ...asked);
    edit("organization.yaml", "id: oak-clinic", "id: elm-clinic");
    const { complained, exitCode } = await publish(table, ...asked);
    expect(complained).toContain("belongs to another organization");
    expect(exitCode).toBe(1);
  });

  it("exits with 2 when it is asked wrongly", async () => {
    const unnamed = await publish("patients");
    expect(unnamed.complained).toContain("Name its import queue by --queue");
    expect(unnamed.exitCode).toBe(2);
    const lost = await publish("patients", ...asked, "screening/mammogramm");
    expect(lost.complained).toContain("screening/mammogramm: there is no campaign here");
    expect(lost.exitCode).toBe(2);
    const without = await publish("patients", ...asked, "--concepts", "/nowhere");
    expect(without.complained).toBe("/nowhere: there is no such folder.\n");
    expect(without.exitCode).toBe(2);
    rmSync(join(folder, "organization.yaml"));
    const nameless = await publish("patients", ...asked);
    expect(nameless.complained).toContain("organization.yaml: there is no such file");
    expect(nameless.exitCode).toBe(2);
  });
});
