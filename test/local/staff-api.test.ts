import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { PatientsFound } from "#contracts/api/patients";
import { PermissionChanged } from "#contracts/api/permission-change";
import { TimelinePage } from "#contracts/api/timeline";
import { ViewsPage } from "#contracts/api/views";
import type { Campaign } from "#domain/campaign/campaign";
import { hourMs, minuteMs } from "#domain/time";
import { type LivedRun, liveRounds } from "#local/run";
import { listed } from "#support/a-listed-task";
import { staffRequest } from "#support/a-staff-request";
import { agentAt } from "#support/agents-day";
import { askStaffApi } from "#support/ask-staff-api";
import { firstDay, writeSmallClinic } from "#support/small-clinic";
import { inTurns } from "#usecases/in-turns";

const folder = mkdtempSync(join(tmpdir(), "rounds-staff-"));
let run: LivedRun;

const ids = ["lab-reminder/hba1c", "medication-adherence/statin-refill", "screening/mammogram"];

/** The campaign, but whoever is enrolled needs a person at once. */
function handingOver(id: string): Campaign {
  const campaign = loadCampaign(id);
  const steps = Object.entries(campaign.steps);
  const [start] = steps.find(([, { kind }]) => kind === "escalate") ?? [campaign.start];
  return { ...campaign, start };
}

beforeAll(async () => {
  const data = join(folder, "data");
  writeSmallClinic(data);
  const published = {
    concepts: readConcepts(["campaigns/concepts"]).concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: ids.map(handingOver),
  };
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 0, seed: 4, directory });
}, 300_000);
afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (route: string, organization: string) => askStaffApi(run, { route, organization });

describe("the staff's function on a laptop", () => {
  it("tells a care manager whose they are, and which campaigns run and which are paused", async () => {
    const me = await ask("GET /v1/me", run.clinic.id);
    expect(JSON.parse(me.body)).toMatchObject({
      organization: { id: run.clinic.id, name: run.clinic.name },
      roles: ["care-manager"],
    });
    const campaigns = async () =>
      JSON.parse((await ask("GET /v1/campaigns", run.clinic.id)).body).campaigns.slice(2);
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

describe("an agent on a laptop", () => {
  /** Until a campaign has handed somebody over, whom nobody has taken yet. */
  async function firstHandedOver(agent: ReturnType<typeof agentAt>) {
    for (let hours = 0; hours < 48; hours += 1) {
      await run.stack.runUntil(run.stack.clock.now() + hourMs);
      const tasks = await agent.tasks({ whose: "unclaimed" });
      const found = tasks.find(({ enrollment }) => enrollment !== undefined);
      if (found) return found;
    }
    throw new Error("No campaign handed anybody over.");
  }

  it("claims a task, reads what it is about, resolves it, and the campaign goes on", async () => {
    const agent = agentAt(run);
    await run.stores.campaigns.setPaused(run.clinic.id, "screening/mammogram", false);
    const found = await firstHandedOver(agent);

    const claimed = await agent.claim(found.task);
    expect(claimed).toMatchObject({ version: 1, claim: { user: "u-sam", isMine: true } });
    const other = await askStaffApi(run, {
      ...{ route: "POST /v1/tasks/{task}/claim", path: { task: found.task }, body: {} },
      ...{ user: "u-kim", groups: "[agent]" },
    });
    expect(JSON.parse(other.body)).toMatchObject({
      ...{ status: 409, code: "already-claimed", holder: { user: "u-sam" } },
    });

    const page = await agent.read(found.task);
    expect(page).toMatchObject({ isOpen: true, cause: { is: "step" } });
    expect(page.person.points.length).toBeGreaterThan(0);
    expect(page.outcomes.find(({ outcome }) => outcome === "resolved")?.leadsTo).toBeDefined();

    await agent.note(found.task, "Booked for Tuesday.");
    await agent.close(claimed, "resolved");
    expect((await agent.tasks()).map(({ task }) => task)).not.toContain(found.task);

    await run.stack.settle();
    const path = { patient: found.patient };
    const route = "GET /v1/patients/{patient}/timeline";
    const { entries } = TimelinePage.parse(await agent.ask({ route, path }));
    const types = entries.map(({ type }) => type);
    const closed = types.indexOf("task-resolved");
    expect(closed).toBeGreaterThanOrEqual(0);
    // The latest comes first: what the campaign did next stands before it.
    expect(types.slice(0, closed).join()).toMatch(/step-entered|enrollment-ended/);

    const administrator = {
      route: "GET /v1/patients/{patient}/views",
      path,
      groups: "[administrator]",
    };
    const seen = ViewsPage.parse(await agent.ask(administrator)).views;
    expect(seen.map((view) => view.route)).toContain("GET /v1/tasks/{task}");
  }, 300_000);

  it("finds a patient by phone, and enters an opt-out that holds at once", async () => {
    const agent = agentAt(run);
    const loaded = (await agent.tasks()).map(({ patient }) =>
      run.stores.profiles.load(run.clinic.id, patient),
    );
    const reached = (await Promise.all(loaded)).flatMap((profile) =>
      (profile?.points ?? []).map(({ kind, address }) => ({ kind, address, of: profile })),
    );
    const { of, address: phone } = reached.find(({ kind }) => kind === "mobile") ?? {};
    const patient = of?.patient ?? "";
    const found = PatientsFound.parse(
      await agent.ask({
        route: "POST /v1/patients/search",
        body: { by: "phone", phone: phone ?? "" },
      }),
    );
    expect(found.patients.map((one) => one.patient)).toContain(patient);
    const evidence = { kind: "call", reference: "c-1" };
    const route = "POST /v1/patients/{patient}/permissions";
    const body = { change: "opt-out", scope: {}, evidence };
    const { permissions } = PermissionChanged.parse(
      await agent.ask({ route, path: { patient }, body }),
    );
    const open = permissions.standing.filter(({ refused }) => refused === undefined);
    expect(open).toEqual([]);
    // The carrier's list follows, by a queue that the function knows by name alone.
    await run.stack.runUntil(run.stack.clock.now() + 5 * minuteMs);
    const mirror = run.stack.functions().find(({ name }) => name.endsWith("mirror-opt-outs"));
    expect(mirror?.invocations).toBeGreaterThan(0);
  });

  it("sees the first page of ten thousand tasks below 300 ms", async () => {
    const agent = agentAt(run, "u-many");
    const table = { ...run.stores.table, name: run.stack.tableName("worklist") };
    const worklist = createWorklist(table);
    const all = Array.from({ length: 10_000 }, (_, index) => index);
    await inTurns(all, 100, async (index) => {
      const deadline = 1_796_000_000_000 + index * 1_000;
      const organization = run.clinic.id;
      await worklist.list(
        listed({ organization, id: `t${index}`, patient: `q${index}`, deadline }),
      );
    });
    const took: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const from = performance.now();
      expect(await agent.tasks()).toHaveLength(50);
      took.push(performance.now() - from);
    }
    // The machine may be busy with others: the best of several is what the way itself costs.
    expect(Math.min(...took)).toBeLessThan(300);
  }, 300_000);
});
