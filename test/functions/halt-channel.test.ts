import { describe, expect, it } from "vitest";
import { createHaltChannel } from "#usecases/halt-channel";
import { createHandler } from "../../functions/halt-channel/handler.ts";
import { clinic } from "../support/a-clinic.ts";
import { rim } from "../support/lambda.ts";

/** An alarm of a region that went off, or went back to normal. */
const alarm = (name: string, value: "ALARM" | "OK" = "ALARM") => ({
  source: "aws.cloudwatch",
  alarmData: { alarmName: `rounds-prod-us-east-1-${name}`, state: { value } },
});

async function open() {
  const it = await clinic();
  const handler = createHandler(createHaltChannel(it), "oak", rim().log);
  return { ...it, handler, halts: () => it.organizations.halts("oak") };
}

describe("a channel that sends far more than was planned", () => {
  it("is halted: a text that is due does not go", async () => {
    const it = await open();
    await it.admit();
    await it.enrollDirectly();
    await it.handler(alarm("too-many-sms"));
    // Workers read what is halted every fifteen seconds.
    it.clock.moveTo(it.clock.now() + 16_000);
    await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" });
    expect(it.carrier.received).toEqual([]);
    const { reason, rule } = it.rows.map(({ event }) => event).find(isMoved)!;
    expect([reason, rule]).toEqual(["halted", "sms"]);
  });

  it("is halted once, and what a person halted stays so", async () => {
    const it = await open();
    await it.organizations.halt("oak", { what: "voice", since: 1, by: "person" });
    await it.handler(alarm("too-many-sms"));
    await it.handler(alarm("too-many-sms"));
    expect(await it.halts()).toMatchObject([
      { what: "sms", by: "breaker", reason: "too-many" },
      { what: "voice", by: "person" },
    ]);
  });

  it("is not let go by itself when the hour is over: a person does that", async () => {
    const it = await open();
    await it.handler(alarm("too-many-sms"));
    await it.handler(alarm("too-many-sms", "OK"));
    expect(await it.halts()).toMatchObject([{ what: "sms" }]);
  });

  it("cannot be told from another alarm's name: that is an error, and halts nothing", async () => {
    const it = await open();
    await expect(it.handler(alarm("late-tasks"))).rejects.toThrow("alarm/no-channel");
    await expect(it.handler({ hello: "world" })).rejects.toThrow("alarm/bad-alarmData");
    expect(await it.halts()).toEqual([]);
  });
});

const isMoved = <Event extends { readonly type: string }>(
  event: Event,
): event is Event & { readonly type: "touch-moved" } => event.type === "touch-moved";
