import { describe, expect, it } from "vitest";
import { campaign } from "#support/a-campaign";
import { clinic } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { createTurnSwitches, type Turn } from "#usecases/turn-switches";

const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

async function aClinic() {
  const one = await clinic({ campaigns: [campaign(), campaign({ id: "lab-reminder/other" })] });
  await one.admit();
  await one.enrollDirectly();
  const turnSwitches = createTurnSwitches(one);
  return {
    ...one,
    turnSwitches,
    turn: (verb: Turn["verb"], ...what: readonly string[]) => turnSwitches("oak", { verb, what }),
  };
}

describe("the switch for the night on which something is wrong", () => {
  it.each([["everything"], ["sms"], ["screening/check"]])(
    "halts %s within fifteen seconds, and contacts go on by themselves once it is resumed",
    async (what) => {
      const it = await aClinic();
      await it.turn("halt", what);
      // Workers that have read the rules before read them again by then.
      it.clock.moveTo(monday + 15_000);
      expect(await it.sendSms(input)).toBe("nothing");
      expect(it.carrier.received).toEqual([]);
      await it.turn("resume", what);
      it.clock.moveTo(monday + 2 * 3_600_000);
      expect(await it.sendSms(input)).toBe("accepted");
    },
  );

  it("leaves direct answers to patients alone", async () => {
    const it = await aClinic();
    const from = { point: "p", address: "+12025550111" };
    await it.turn("halt", "everything");
    const point = (await it.profiles.load("oak", "p1"))?.points[0]?.id ?? "";
    await it.receive({ ...input, reply: "r1", from: { ...from, point }, text: "My chest hurts" });
    expect(await it.sendSms(input)).toBe("accepted");
    expect(it.carrier.received[0]?.key).toContain("reply/emergency");
  });

  it("tells what is held, and lifts only what is named", async () => {
    const it = await aClinic();
    await it.turn("halt", "voice", "lab-reminder/other");
    expect(await it.turn("halt", "everything")).toMatchObject({
      halted: [{ what: "everything" }, { what: "voice" }],
      paused: ["lab-reminder/other"],
    });
    expect(await it.turn("resume", "everything")).toMatchObject({
      halted: [{ what: "voice", since: monday, by: "person" }],
      paused: ["lab-reminder/other"],
    });
  });

  it("tells without changing anything what halted itself, and why", async () => {
    const it = await aClinic();
    const tripped = { what: "sms", since: monday, by: "breaker", reason: "spend-limit" } as const;
    await it.organizations.halt("oak", tripped);
    const { halted } = await it.turn("halt");
    expect(halted).toEqual([tripped]);
    await it.turn("resume", "sms");
    expect(await it.organizations.halts("oak")).toEqual([]);
  });

  it("keeps who of the staff halted it", async () => {
    const { turnSwitches } = await aClinic();
    const turn = { verb: "halt", what: ["email"], user: "olga" } as const;
    const { halted } = await turnSwitches("oak", turn);
    expect(halted).toEqual([{ what: "email", since: monday, by: "person", user: "olga" }]);
  });

  it("does nothing at all where one name is unknown", async () => {
    const it = await aClinic();
    expect(await it.turn("halt", "sms", "screening/chek")).toMatchObject({
      halted: [],
      unknown: ["screening/chek"],
      known: ["everything", "sms", "voice", "email", "lab-reminder/other", "screening/check"],
    });
  });
});
