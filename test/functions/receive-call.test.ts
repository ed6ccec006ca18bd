import { describe, expect, it } from "vitest";
import { isRevoked } from "#domain/contact/permission";
import { pointId } from "#domain/patient/point-id";
import { outboundFlow } from "#infra/voice/outbound-flow";
import { createHandler, type FlowAnswer } from "../../functions/receive-call/handler.ts";
import { clinic } from "../support/a-clinic.ts";
import { rim } from "../support/lambda.ts";
import { parts } from "../support/voice-flows.ts";

const patientsPhone = "+12025550111";
const line = "+12025550100";

/** A patient who calls the clinic's line, and presses keys. */
async function onTheLine() {
  const it = await clinic();
  await it.admit();
  const handler = createHandler({
    receiveReply: it.receive,
    recordReceipt: it.receipt,
    resolveTask: async () => true,
    organizations: it.organizations,
    log: rim().log,
  });
  const press = (digit: string, caller: string | null = patientsPhone) =>
    handler({
      Details: {
        ContactData: {
          ContactId: "call-1",
          InitiationMethod: "INBOUND",
          CustomerEndpoint: caller === null ? null : { Address: caller },
          SystemEndpoint: { Address: line },
        },
        Parameters: { digit },
      },
    });
  const record = async () => (await it.records.load("oak", "p1"))!;
  return { press, record };
}

describe("what a flow is told to do next", () => {
  it("after a 9: that the calls are stopped, and they are", async () => {
    const { press, record } = await onTheLine();
    expect(await press("9")).toEqual({ next: "stopped" });
    const { permissions } = await record();
    expect(isRevoked(permissions, { point: pointId(patientsPhone) })).toBe(true);
  });

  it("after a 0: to connect an agent, and the task of a call back is there already", async () => {
    const { press, record } = await onTheLine();
    expect(await press("0")).toEqual({ next: "agent" });
    expect((await record()).tasks).toMatchObject([{ queue: "service" }]);
  });

  it("after another 0 on the same call: the same, with no second task", async () => {
    const { press, record } = await onTheLine();
    await press("0");
    expect(await press("0")).toEqual({ next: "agent" });
    expect((await record()).tasks).toHaveLength(1);
  });

  it("after a key that answers nothing: to ask again", async () => {
    const { press } = await onTheLine();
    expect(await press("5")).toEqual({ next: "again" });
  });

  it("after a 9 from a hidden number: nothing, for nobody can be noted", async () => {
    const { press } = await onTheLine();
    await expect(press("9", null)).rejects.toThrow("reply/unknown-line");
  });

  it("is each a word that our call's flow acts on", () => {
    const words: Readonly<Record<FlowAnswer["next"], true>> = {
      "go-on": true,
      goodbye: true,
      stopped: true,
      again: true,
      agent: true,
    };
    const compare = outboundFlow(parts).Actions.find(({ Identifier }) => Identifier === "answer");
    const known = compare?.Transitions.Conditions?.map(({ Condition }) => Condition.Operands[0]);
    expect(known?.toSorted()).toEqual(Object.keys(words).toSorted());
  });
});
