import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FhirResource } from "fhir/r4";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { parseTouchKey } from "#domain/record/touch";
import { minuteMs } from "#domain/time";
import { type LivedRun, liveRounds } from "#local/run";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-one-click-"));
let run: LivedRun;

beforeAll(async () => {
  const data = join(folder, "data");
  writeSmallClinic(data);
  giveMailboxesOnly(join(data, "everything.ndjson"));
  const published = {
    concepts: readConcepts(["campaigns/concepts"]).concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: [loadCampaign("screening/mammogram"), loadCampaign("lab-reminder/hba1c")],
  };
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 8, seed: 4, directory });
}, 300_000);
afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everybody is reached by mail and not otherwise, each at an address of their own. */
function giveMailboxesOnly(file: string): void {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const changed = lines.map((line, index) => {
    const resource = JSON.parse(line) as FhirResource;
    if (resource.resourceType !== "Patient") return line;
    const telecom = [{ system: "email", value: `patient.${index}@example.com` }];
    return JSON.stringify({ ...resource, telecom });
  });
  writeFileSync(file, `${changed.join("\n")}\n`);
}

const oneClick = (link: string) =>
  fetch(link, {
    method: "POST",
    redirect: "error",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });

async function permissionsOf(organization: string, patient: string) {
  const records = createRecordStore({ table: run.stores.table, shards: 1 });
  return (await records.load(organization, patient))?.permissions;
}

/** A mail that was sent to somebody who has not opted out, and whose it is. */
async function mailOfSomebody() {
  for (const [touch, link] of run.world.mailLinks) {
    const { organization, patient } = parseTouchKey(touch)!;
    const permissions = await permissionsOf(organization, patient);
    if (permissions?.length === 0) return { link, organization, patient };
  }
  throw new Error("Nobody was sent a mail.");
}

describe("a mail on a laptop", () => {
  it("carries an address of this machine, another for each, in which nobody is named", () => {
    const links = [...run.world.mailLinks.values()];
    expect(links.length).toBeGreaterThan(3);
    expect(new Set(links).size).toBe(links.length);
    for (const link of links) {
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/u\/[A-Za-z0-9_-]{22}$/);
    }
  });

  it("whose link is opened stops nothing; pressed, it stops everything, by the record", async () => {
    const { link, organization, patient } = await mailOfSomebody();
    const permissions = () => permissionsOf(organization, patient);
    const opened = await fetch(link);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect(await opened.text()).toContain(run.clinic.name);
    await run.stack.settle();
    expect(await permissions()).toEqual([]);

    const pressed = await oneClick(link);
    expect(pressed.status).toBe(200);
    await run.stack.runUntil(run.stack.clock.now() + minuteMs);
    await run.stack.settle();
    expect(await permissions()).toMatchObject([{ says: "revoked", via: "email" }]);
    expect((await oneClick(link)).status).toBe(200);
    expect(run.stack.deadLetters()).toEqual({});
    expect(run.stack.permissions.denied()).toEqual([]);
  });

  it("and an address that is none of ours is a page that helps all the same", async () => {
    const { link } = await mailOfSomebody();
    const wrong = `${link.slice(0, -22)}AAECAwQFBgcICQoLDA0ODw`;
    const answer = await fetch(wrong);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("answer STOP");
    expect((await fetch(wrong, { method: "DELETE" })).status).toBe(405);
  });

  it("leaves no token in the log of any function", () => {
    const tokens = [...run.world.mailLinks.values()].map((link) => link.slice(-22));
    for (const name of ["patient-page", "send-email", "receive-receipt"]) {
      const log = readFileSync(join(folder, "stack", "logs", `${name}.log`), "utf8");
      expect(tokens.filter((token) => log.includes(token))).toEqual([]);
    }
  });

  it("keeps the laws, with those who unsubscribed among its people", async () => {
    expect((await run.account()).laws.violations).toEqual([]);
  });
});
