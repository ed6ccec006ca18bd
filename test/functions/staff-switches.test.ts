import { beforeEach, describe, expect, it } from "vitest";
import { formatInstant } from "#domain/time";
import { monday } from "#support/a-record";
import { type StaffClinic, staffClinic } from "#support/staff-clinic";

const since = formatInstant(monday);
const path = { family: "screening", name: "check" };

describe("the switches, as staff turn them", () => {
  let clinic: StaffClinic;
  beforeEach(async () => {
    clinic = await staffClinic();
  });
  const ask = (route: string, more: object = {}, group = "operator") =>
    clinic.ask({ route, organization: "oak", groups: `[${group}]`, ...more });

  it("tell what is stopped, since when and by whom", async () => {
    expect((await ask("GET /v1/switches")).body).toEqual({ halts: [], paused: [] });
    const answer = await ask("POST /v1/switches/halt", { body: { what: "sms" } }, "care-manager");
    const [halt] = answer.body.halts;
    expect(halt).toMatchObject({ what: "sms", since, by: "person", user: expect.any(String) });
    expect((await ask("GET /v1/switches")).body).toEqual(answer.body);
    expect(await clinic.organizations.halts("oak")).toHaveLength(1);
  });

  it("stay as they were where somebody presses again", async () => {
    await ask("POST /v1/switches/halt", { body: { what: "everything" } });
    clinic.clock.moveTo(monday + 60_000);
    const { body } = await ask("POST /v1/switches/halt", { body: { what: "everything" } });
    expect(body.halts).toMatchObject([{ what: "everything", since }]);
  });

  it("let contacts go on for whoever saw the halt that stands, again and again", async () => {
    await ask("POST /v1/switches/halt", { body: { what: "sms" } });
    const resume = { body: { what: "sms", since } };
    for (let press = 0; press < 2; press += 1) {
      const answer = await ask("POST /v1/switches/resume", resume);
      expect(answer.statusCode).toBe(200);
      expect(answer.body.halts).toEqual([]);
    }
  });

  it("keep a halt that the breaker set after somebody looked", async () => {
    await ask("POST /v1/switches/halt", { body: { what: "sms" } });
    const { organizations, clock } = clinic;
    clock.moveTo(monday + 60_000);
    await organizations.resume("oak", "sms", clock.now());
    clock.moveTo(monday + 120_000);
    const tripped = { by: "breaker", reason: "spend-limit" } as const;
    await organizations.halt("oak", { what: "sms", since: clock.now(), ...tripped });
    const answer = await ask("POST /v1/switches/resume", { body: { what: "sms", since } });
    expect(answer.statusCode).toBe(409);
    expect(answer.body.code).toBe("stale-version");
    expect((await ask("GET /v1/switches")).body.halts).toMatchObject([tripped]);
  });

  it("pause a campaign and take it up again", async () => {
    const pause = "POST /v1/campaigns/{family}/{name}/pause";
    const paused = await ask(pause, { path, body: {} }, "care-manager");
    expect(paused.body).toEqual({ halts: [], paused: ["screening/check"] });
    const resume = "POST /v1/campaigns/{family}/{name}/resume";
    const resumed = await ask(resume, { path, body: {} }, "care-manager");
    expect(resumed.body).toEqual({ halts: [], paused: [] });
  });

  it("know no campaign that was not published", async () => {
    const unknown = { path: { ...path, name: "chek" }, body: {} };
    const answer = await ask("POST /v1/campaigns/{family}/{name}/pause", unknown);
    expect(answer.statusCode).toBe(404);
    expect(answer.body.code).toBe("no-such-campaign");
  });

  it.each([{ what: "screening/check" }, { what: "sms", user: "eve" }, {}])(
    "are not turned by %o",
    async (body) => {
      const answer = await ask("POST /v1/switches/halt", { body });
      expect(answer.body.code).toBe("bad-request");
      expect(await clinic.organizations.halts("oak")).toEqual([]);
    },
  );
});
