import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { type LivedRun, liveRounds } from "#local/run";
import { staffRequest } from "#support/a-staff-request";
import { askStaffApi } from "#support/ask-staff-api";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-staff-"));
let run: LivedRun;

beforeAll(async () => {
  const data = join(folder, "data");
  writeSmallClinic(data);
  const published = {
    concepts: readConcepts(["campaigns/concepts"]).concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: [loadCampaign("screening/mammogram")],
  };
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 0, seed: 4, directory });
}, 120_000);
afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (route: string, organization: string) => askStaffApi(run, route, organization);

describe("the staff's function on a laptop", () => {
  it("tells a care manager whose they are, and which campaigns run and which are paused", async () => {
    const me = await ask("GET /v1/me", run.clinic.id);
    expect(JSON.parse(me.body)).toMatchObject({
      organization: { id: run.clinic.id, name: run.clinic.name },
      roles: ["care-manager"],
    });
    const campaigns = async () =>
      JSON.parse((await ask("GET /v1/campaigns", run.clinic.id)).body).campaigns;
    const mammogram = { id: "screening/mammogram", version: 1 };
    expect(await campaigns()).toMatchObject([{ ...mammogram, state: "running" }]);
    await run.stores.campaigns.setPaused(run.clinic.id, mammogram.id, true);
    expect(await campaigns()).toMatchObject([{ ...mammogram, state: "paused" }]);
  });

  it("knows nobody of another clinic, and nobody whose token is another pool's", async () => {
    expect((await ask("GET /v1/me", "elm-clinic")).statusCode).toBe(403);
    const foreign = staffRequest({ organization: run.clinic.id });
    expect(await run.stack.invoke("staff-api", foreign)).toMatchObject({ statusCode: 401 });
  });
});
