import { describe, expect, it } from "vitest";
import { parseOptOutsWork } from "#contracts/opt-outs/work";

const rest = {
  schema: "opt-outs.v1",
  organization: "oak",
  bucket: "files",
  key: "opt-outs/old.csv",
  fromLine: 20_002,
  fromByte: 812_345,
  handedInAt: 1000,
};

describe("the opt-outs queue", () => {
  it("carries the rest of a list that was begun", () => {
    expect(parseOptOutsWork(JSON.stringify(rest), "elm")).toEqual({ ok: true, value: [rest] });
  });

  it("carries S3's word of new lists, which are the deployment's own organization's", () => {
    const s3 = { bucket: { name: "files" }, object: { key: "opt-outs/a+b.csv" } };
    const event = {
      Records: [{ eventName: "ObjectCreated:Put", eventTime: "1970-01-01T00:00:01Z", s3 }],
    };
    expect(parseOptOutsWork(event, "elm")).toEqual({
      ok: true,
      value: [
        {
          organization: "elm",
          bucket: "files",
          key: "opt-outs/a b.csv",
          fromLine: 1,
          fromByte: 0,
          handedInAt: 1000,
        },
      ],
    });
  });

  it.each([
    ["{", "opt-outs/not-json"],
    [{ ...rest, fromByte: -1 }, "s3-event/bad-Records"],
    [{ hello: "world" }, "s3-event/bad-Records"],
  ])("refuses anything else by a code", (body, reason) => {
    expect(parseOptOutsWork(body, "oak")).toEqual({ ok: false, reason });
  });
});
