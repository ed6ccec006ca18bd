import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOptOutHeader } from "#contracts/opt-outs/header";
import { readOptOutRow } from "#contracts/opt-outs/row";
import { pointId } from "#domain/patient/point-id";
import { at } from "#support/a-record";

const handedInAt = at("2026-11-30T10:00:00-05:00");
const context = { zone: "America/New_York", handedInAt };

function read(row: string, header = "address,patient,channel,purpose,when,source") {
  const names = readOptOutHeader(header);
  if (!names.ok) throw new Error("no header");
  return readOptOutRow(row.split(","), names.value, context);
}

function rowOf(row: string, header?: string) {
  const done = read(row, header);
  if (!done.ok) throw new Error(done.fault.reason);
  return done.row;
}

describe("a row of a list of opt-outs", () => {
  it("is about one channel and purpose of an address, since a day", () => {
    expect(rowOf("+12025550111,,sms,screening,2025-03-04,vendor:77")).toEqual({
      points: [pointId("+12025550111")],
      scope: { channel: "sms", purpose: "screening" },
      saidAt: at("2025-03-04T23:59:59.999-05:00"),
      source: "vendor:77",
    });
  });

  it("with nothing else is about everything, since it was handed in", () => {
    expect(rowOf("+12025550111,,,,,")).toEqual({
      points: [pointId("+12025550111")],
      scope: {},
      saidAt: handedInAt,
    });
    expect(rowOf("p-1", "patient")).toEqual({
      points: [],
      patient: "p-1",
      scope: {},
      saidAt: handedInAt,
    });
  });

  it.each([
    "(202) 555-0111",
    "202-555-0111",
    "202.555.0111",
    "1 202 555 0111",
    "+1 202 555 0111",
    "2025550111",
  ])("takes a number written %s", (written) => {
    expect(rowOf(written, "phone").points).toEqual([pointId("+12025550111")]);
  });

  it("takes mail in any case, and a number beside it", () => {
    const { points } = rowOf("202-555-0111, Maria@Home.Example ", "telefono,correo");
    expect(points).toEqual([pointId("+12025550111"), pointId("maria@home.example")]);
    expect(rowOf("202-555-0111,maria@home.example,SMS", "telefono,correo,canal").points).toEqual([
      pointId("+12025550111"),
    ]);
  });

  it("takes an instant as it is, and a day of the day it is handed in as by then", () => {
    const instant = "2026-02-03T04:05:06Z";
    expect(rowOf(`p-1,${instant}`, "patient,when").saidAt).toBe(at(instant));
    expect(rowOf("p-1,2026-11-30", "patient,when").saidAt).toBe(handedInAt);
    expect(rowOf("p-1,2026-12-01", "patient,when").saidAt).toBe(handedInAt);
  });

  it("keeps the old system's id only where it is a code", () => {
    expect(rowOf("p-1,called and was upset", "patient,source")).not.toHaveProperty("source");
    expect(rowOf(`p-1,${"x".repeat(41)}`, "patient,source")).not.toHaveProperty("source");
  });

  it("may leave out what comes last", () => {
    expect(rowOf("+12025550111").points).toHaveLength(1);
  });

  it.each([
    [",,sms,,,", "opt-outs/nobody-named"],
    ["12345,,,,,", "opt-outs/bad-address"],
    ["2.03E+09,,,,,", "opt-outs/bad-address"],
    ["202-555-0111 ext. 7,,,,,", "opt-outs/bad-address"],
    ["maria@home,,,,,", "opt-outs/bad-address"],
    [",Patient/p-1,,,,", "opt-outs/bad-patient"],
    [",p#1,,,,", "opt-outs/bad-patient"],
    [",p-1,fax,,,", "opt-outs/bad-channel"],
    ["+12025550111,,email,,,", "opt-outs/channel-does-not-fit"],
    ["maria@home.example,p-1,sms,,,", "opt-outs/channel-does-not-fit"],
    [",p-1,,marketing,,", "opt-outs/bad-purpose"],
    [",p-1,,,03/04/2025,", "opt-outs/bad-date"],
    [",p-1,,,2025-02-30,", "opt-outs/bad-date"],
    [",p-1,,,2026-12-02,", "opt-outs/date-to-come"],
    [",p-1,,,,,,", "opt-outs/too-many-fields"],
  ])("%s is set aside as %s, without its words", (row, reason) => {
    const done = read(row);
    expect(done).toMatchObject({
      ok: false,
      fault: { reason, advice: expect.stringMatching(/\.$/) },
    });
    expect(JSON.stringify(done)).not.toMatch(/0111|maria@|p-1|12345/);
  });

  it("is read or set aside, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (fields) => {
        const names = readOptOutHeader("address,patient,channel,purpose,when,source");
        if (!names.ok) throw new Error("no header");
        const done = readOptOutRow(fields, names.value, context);
        if (done.ok) expect(done.row.saidAt).toBeLessThanOrEqual(handedInAt);
        else expect(done.fault.reason).toMatch(/^opt-outs\//);
      }),
    );
  });
});
