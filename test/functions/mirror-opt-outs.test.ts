import { describe, expect, it } from "vitest";
import { createHandler } from "../../functions/mirror-opt-outs/handler.ts";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { batch, rim } from "../support/lambda.ts";

const message = (patient: string) => ({ schema: "mirror.v1", organization: "oak", patient });

describe("the mirror queue", () => {
  it("has only the patient given again whose text is still on its way", async () => {
    const it = await clinic();
    const edge = rim();
    const handler = createHandler(edge, async (_, patient) => {
      if (patient === "p2") throw new TryAgain("mirror/text-pending");
      return it.mirrorOptOuts("oak", patient);
    });
    expect(await handler(batch([message("p1"), message("p2"), message("p3")]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m2" }],
    });
    expect(edge.buried).toEqual([]);
  });

  it("buries what it cannot read, and what a missing list makes hopeless", async () => {
    const edge = rim();
    const handler = createHandler(edge, async () => {
      throw new Unrecoverable("carrier-list/ResourceNotFoundException");
    });
    await handler(batch([{ ...message("p1"), phone: "+12025550111" }, message("p1")]));
    expect(edge.buried.map(({ reason }) => reason)).toEqual([
      "mirror/bad-shape",
      "carrier-list/ResourceNotFoundException",
    ]);
  });

  it("never logs a number or a name", async () => {
    const it = await clinic();
    const edge = rim();
    await it.admit(profile());
    await it.act("oak", "p1", () => [{ type: "opt-out", at: it.clock.now(), via: "agent" }]);
    await createHandler(edge, it.mirrorOptOuts)(batch([message("p1")]));
    const failing = createHandler(edge, async () => {
      throw new Error("+12025550111 Maria");
    });
    await failing(batch([message("p1")], 5));
    expect([...it.list.numbers]).toEqual(["+12025550111"]);
    for (const secret of ["2025550111", "Maria", "Alvarez"]) {
      expect(edge.lines.join("\n")).not.toContain(secret);
    }
  });
});
