import { describe, expect, it } from "vitest";
import { parseS3Event } from "#contracts/aws/s3-event";

function notification(key: string, eventName = "ObjectCreated:Put") {
  return {
    Records: [{ eventName, s3: { bucket: { name: "files" }, object: { key, size: 7 } } }],
  };
}

describe("a file that was put into the bucket", () => {
  it("is named as it is, though the notification encodes it", () => {
    expect(parseS3Event(JSON.stringify(notification("oak/a+b%C3%A1.ndjson")))).toEqual({
      ok: true,
      value: [{ bucket: "files", key: "oak/a bá.ndjson", bytes: 7 }],
    });
  });

  it("is named by EventBridge without encoding", () => {
    const detail = { bucket: { name: "files" }, object: { key: "oak/a+b.ndjson" } };
    expect(parseS3Event({ source: "aws.s3", "detail-type": "Object Created", detail })).toEqual({
      ok: true,
      value: [{ bucket: "files", key: "oak/a+b.ndjson" }],
    });
  });

  it("is known to have come when S3 says so", () => {
    const [record] = notification("a.csv").Records;
    const eventTime = "2026-11-30T15:00:00.000Z";
    expect(parseS3Event({ Records: [{ ...record, eventTime }] })).toMatchObject({
      ok: true,
      value: [{ key: "a.csv", at: Date.parse(eventTime) }],
    });
    const detail = { bucket: { name: "files" }, object: { key: "a.csv" } };
    const bridged = { source: "aws.s3", "detail-type": "Object Created", time: eventTime, detail };
    expect(parseS3Event(bridged)).toMatchObject({ value: [{ at: Date.parse(eventTime) }] });
  });

  it("is not there in a test event or a deletion", () => {
    expect(parseS3Event({ Event: "s3:TestEvent", Bucket: "files" })).toEqual({
      ok: true,
      value: [],
    });
    expect(parseS3Event(notification("x", "ObjectRemoved:Delete"))).toEqual({
      ok: true,
      value: [],
    });
  });

  it("in a broken shape is refused with a code", () => {
    expect(parseS3Event("{")).toEqual({ ok: false, reason: "s3-event/not-json" });
    expect(parseS3Event({ Records: [{}] })).toMatchObject({ ok: false });
  });
});
