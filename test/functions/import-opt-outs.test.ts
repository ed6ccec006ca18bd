import { describe, expect, it } from "vitest";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import type { OptOutsMessage } from "#contracts/opt-outs/message";
import { pointId } from "#domain/patient/point-id";
import { createHandler } from "../../functions/import-opt-outs/handler.ts";
import { TryAgain } from "../../shared/errors.ts";
import { clinic } from "../support/a-clinic.ts";
import { monday } from "../support/a-record.ts";
import { batch, rim } from "../support/lambda.ts";

const key = "opt-outs/old.csv";

/** S3's word that a list came in. */
function arrival(file = key, eventTime = new Date(monday - 1000).toISOString()) {
  const s3 = { bucket: { name: "files" }, object: { key: file } };
  return { Records: [{ eventName: "ObjectCreated:Put", eventTime, s3 }] };
}

async function open(text: string) {
  const it = await clinic();
  const edge = rim();
  const queue = createMemoryWorkQueue<OptOutsMessage>();
  it.files.put(key, text);
  const ports = { ...edge, organization: "oak", queue, clock: it.clock };
  return { ...it, ...edge, queue, handler: createHandler(ports, it.importOptOuts) };
}

describe("the opt-outs queue", () => {
  it("takes in a list that came in, as of when it was put there", async () => {
    const it = await open("address\n+12025550111\n");
    expect(await it.handler(batch([arrival()]))).toEqual({ batchItemFailures: [] });
    const { stops } = await it.points.owners("oak", pointId("+12025550111"));
    expect(stops).toMatchObject([{ at: monday - 1000, via: "import" }]);
    expect(await it.queue.backlog()).toBe(0);
  });

  it("goes on with a long list where it stopped, as of the same moment", async () => {
    const rows = Array.from({ length: 21_000 }, (_, index) => `p-${index}`);
    const it = await open(`patient\n${rows.join("\n")}\n`);
    await it.handler(batch([arrival()]));
    const [rest] = it.queue.take(9);
    expect(rest).toMatchObject({ key, fromLine: 20_002, handedInAt: monday - 1000 });
    await it.handler(batch([rest]));
    expect(await it.queue.backlog()).toBe(0);
    expect(await it.records.load("oak", "p-20999")).toMatchObject({
      permissions: [{ says: "revoked", at: monday - 1000 }],
    });
  });

  it("buries a list without a header at once, with its reason", async () => {
    const it = await open("+12025550111\n");
    expect(await it.handler(batch([arrival()]))).toEqual({ batchItemFailures: [] });
    expect(it.buried).toMatchObject([{ reason: "opt-outs/no-header" }]);
  });

  it("has only the message given again whose list could not be read now", async () => {
    const it = await clinic();
    const edge = rim();
    const queue = createMemoryWorkQueue<OptOutsMessage>();
    const ports = { ...edge, organization: "oak", queue, clock: it.clock };
    it.files.put(key, "patient\np1\n");
    const handler = createHandler(ports, async (input) => {
      if (input.file !== key) throw new TryAgain("file/broke-off");
      return it.importOptOuts(input);
    });
    expect(await handler(batch([arrival("opt-outs/other.csv"), arrival()]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m1" }],
    });
    expect(await it.records.load("oak", "p1")).toMatchObject({
      permissions: [{ says: "revoked" }],
    });
  });

  it("never logs what stands in a list", async () => {
    const rows = ["+12025550111,canary", "maria@canary.example,x", "canary words,y", '"canary'];
    const it = await open(`address,source\n${rows.join("\n")}\n`);
    await it.handler(batch([arrival(), "canary"]));
    expect(it.lines.length).toBeGreaterThan(0);
    for (const secret of ["canary", "2025550111", "maria"]) {
      expect(it.lines.join("\n")).not.toContain(secret);
    }
  });
});
