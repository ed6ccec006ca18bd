import { describe, expect, it } from "vitest";
import { roundsProgram } from "#cli/main";
import { type Switches, turnSwitches } from "#cli/switches";
import { campaign } from "#support/a-campaign";
import { clinic } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { scriptedTerminal } from "#support/scripted-terminal";

const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

async function aClinic() {
  const one = await clinic({ campaigns: [campaign(), campaign({ id: "lab-reminder/other" })] });
  await one.admit();
  await one.enrollDirectly();
  const switches: Switches = { ...one, organization: "oak" };
  return { ...one, switches };
}

describe("the switch for the night on which something is wrong", () => {
  it.each([["everything"], ["sms"], ["screening/check"]])(
    "halts %s within fifteen seconds, and contacts go on by themselves once it is resumed",
    async (what) => {
      const it = await aClinic();
      await turnSwitches({ verb: "halt", what: [what], at: monday }, it.switches);
      // Workers that have read the rules before read them again by then.
      it.clock.moveTo(monday + 15_000);
      expect(await it.sendSms(input)).toBe("nothing");
      expect(it.carrier.received).toEqual([]);
      await turnSwitches({ verb: "resume", what: [what], at: monday }, it.switches);
      it.clock.moveTo(monday + 2 * 3_600_000);
      expect(await it.sendSms(input)).toBe("accepted");
    },
  );

  it("leaves direct answers to patients alone", async () => {
    const it = await aClinic();
    const from = { point: "p", address: "+12025550111" };
    await turnSwitches({ verb: "halt", what: ["everything"], at: monday }, it.switches);
    const point = (await it.profiles.load("oak", "p1"))?.points[0]?.id ?? "";
    await it.receive({ ...input, reply: "r1", from: { ...from, point }, text: "My chest hurts" });
    expect(await it.sendSms(input)).toBe("accepted");
    expect(it.carrier.received[0]?.key).toContain("reply/emergency");
  });

  it("tells what is held, and lifts only what is named", async () => {
    const { switches } = await aClinic();
    await turnSwitches(
      { verb: "halt", what: ["voice", "lab-reminder/other"], at: monday },
      switches,
    );
    expect(
      await turnSwitches({ verb: "halt", what: ["everything"], at: monday }, switches),
    ).toMatchObject({
      halted: [{ what: "everything" }, { what: "voice" }],
      paused: ["lab-reminder/other"],
    });
    expect(
      await turnSwitches({ verb: "resume", what: ["everything"], at: monday }, switches),
    ).toMatchObject({
      halted: [{ what: "voice", since: monday, by: "person" }],
      paused: ["lab-reminder/other"],
    });
  });

  it("tells without changing anything what halted itself, and why", async () => {
    const { switches, organizations } = await aClinic();
    const tripped = { what: "sms", since: monday, by: "breaker", reason: "spend-limit" } as const;
    await organizations.halt("oak", tripped);
    const { halted } = await turnSwitches({ verb: "halt", what: [], at: monday }, switches);
    expect(halted).toEqual([tripped]);
    await turnSwitches({ verb: "resume", what: ["sms"], at: monday + 1 }, switches);
    expect(await organizations.halts("oak")).toEqual([]);
  });

  it("does nothing at all where one name is unknown", async () => {
    const { switches } = await aClinic();
    expect(
      await turnSwitches({ verb: "halt", what: ["sms", "screening/chek"], at: monday }, switches),
    ).toMatchObject({
      halted: [],
      unknown: ["screening/chek"],
      known: ["everything", "sms", "voice", "email", "lab-reminder/other", "screening/check"],
    });
  });

  it("asks for the organization of a deployment", async () => {
    const terminal = scriptedTerminal();
    await roundsProgram(terminal).parseAsync(["halt", "--table", "patients"], { from: "user" });
    expect(terminal.complained()).toContain("--table needs --organization");
    expect(terminal.exitCode).toBe(2);
  });
});
