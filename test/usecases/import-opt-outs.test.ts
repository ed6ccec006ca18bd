import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { clinic, profile } from "../support/a-clinic.ts";
import { type Clinic, listFile as file, takeList as take } from "../support/a-list.ts";
import { at, monday } from "../support/a-record.ts";

const phone = "+12025550111";
const point = pointId(phone);
const hour = 3_600_000;
const permissionsOf = async (it: Clinic, patient = "p1") =>
  (await it.records.load("oak", patient))?.permissions;

async function reportOf(it: Clinic, line = 1): Promise<unknown> {
  return JSON.parse(it.files.read(`reports/${file}#${line}.json`) ?? "null");
}

function faultsOf(it: Clinic, line: number): readonly { line: number; reason: string }[] {
  const text = it.files.read(`quarantine/${file}#${line}.ndjson`) ?? "";
  return text
    .trimEnd()
    .split("\n")
    .map((one) => JSON.parse(one));
}

describe("a list of opt-outs that another system kept", () => {
  it("opts out whoever owns a number on it, with the line as evidence", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    await take(it, `address,when,source\n${phone},2025-03-04,vendor:77\n`);
    expect(await permissionsOf(it)).toEqual([
      {
        says: "revoked",
        at: at("2025-03-04T23:59:59.999-05:00"),
        via: "import",
        scope: {},
        from: point,
      },
    ]);
    expect((await it.records.load("oak", "p1"))?.enrollments).toEqual([]);
    expect(it.rows.find(({ event }) => event.type === "opted-out")?.event).toMatchObject({
      evidence: { by: "list", reference: `import:${file}#2`, words: "vendor:77" },
    });
    expect(await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" })).toBe(
      "nothing",
    );
    expect(await reportOf(it)).toEqual({
      file,
      fromLine: 1,
      accepted: 1,
      alreadyStopped: 0,
      optedInSince: 0,
      quarantined: 0,
      ownersOptedOut: 1,
    });
  });

  it("stops a number whose owner is not known yet, and a patient who has not been imported", async () => {
    const it = await clinic();
    await take(it, `address,patient,channel\n${phone},,sms\n,p-later,\n`);
    expect((await it.points.owners("oak", point)).stops).toMatchObject([
      { via: "import", scope: { channel: "sms" } },
    ]);
    expect(await permissionsOf(it, "p-later")).toMatchObject([{ says: "revoked", scope: {} }]);
  });

  it("for one channel holds on that channel of that number, for each who shares it", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", points: first.points }));
    await take(it, `address,channel\n${phone},voice\n`);
    for (const patient of ["p1", "p2"]) {
      expect(await permissionsOf(it, patient)).toMatchObject([
        { says: "revoked", scope: { channel: "voice", point } },
      ]);
    }
    expect(await reportOf(it)).toMatchObject({ accepted: 1, ownersOptedOut: 2 });
  });

  it("sets aside what it cannot read, by line and reason, and takes in the rest", async () => {
    const it = await clinic();
    const rows = ["maria@canary.example", "12", '"+12025550112', phone, "x,y,z"];
    await take(it, `address,when\r\n${rows.join("\r\n")}\r\n`);
    expect(faultsOf(it, 2).map(({ line, reason }) => [line, reason])).toEqual([
      [3, "opt-outs/bad-address"],
      [4, "opt-outs/not-well-formed"],
      [6, "opt-outs/too-many-fields"],
    ]);
    expect(it.files.read(`quarantine/${file}#2.ndjson`)).not.toContain("202555");
    expect(await reportOf(it)).toMatchObject({ accepted: 2, quarantined: 3 });
    expect((await it.points.owners("oak", point)).stops).toHaveLength(1);
  });

  it.each([
    ["has no header", `${phone}\n`],
    ["is empty", ""],
    ["names a column twice", "patient,paciente\np1,p1\n"],
  ])("that %s is refused as a whole, with what to do", async (_, text) => {
    const it = await clinic();
    await expect(take(it, text)).rejects.toThrow(/^opt-outs\//);
    expect(await reportOf(it)).toMatchObject({
      file,
      refused: { reason: expect.stringMatching(/^opt-outs\//), advice: expect.any(String) },
    });
    expect(it.rows).toEqual([]);
  });

  it("may be Spanish, with semicolons, blank lines and a byte order mark", async () => {
    const it = await clinic();
    await it.admit();
    await take(it, `\uFEFFTeléfono;canal;fecha\r\n\r\n"(202) 555-0111";;2025-03-04\r\n`);
    expect(await permissionsOf(it)).toMatchObject([{ says: "revoked", scope: {} }]);
  });

  it("handed in again opts out nobody twice", async () => {
    const it = await clinic();
    await it.admit();
    await take(it, `address\n${phone}\n`);
    const rows = it.rows.length;
    it.clock.moveTo(monday + hour);
    await take(it, `address\n${phone}\n`);
    expect(it.rows).toHaveLength(rows);
    expect(await reportOf(it)).toMatchObject({ accepted: 1, alreadyStopped: 1, ownersOptedOut: 0 });
  });
});

function text(words: string, reply: string) {
  const from = { point, address: phone };
  return { organization: "oak", reply, channel: "sms", from, text: words } as const;
}

describe("a list beside the patient's own word", () => {
  it("that is older than a START changes nothing, and says so", async () => {
    const it = await clinic();
    await it.admit();
    await it.receive(text("STOP", "r1"));
    it.clock.moveTo(monday + hour);
    await it.receive(text("START", "r2"));
    await take(it, `address,when\n${phone},2025-03-04\n`);
    expect(await permissionsOf(it)).toMatchObject([{ says: "granted" }]);
    expect((await it.points.owners("oak", point)).stops).toEqual([]);
    expect(await reportOf(it)).toMatchObject({ accepted: 1, optedInSince: 1, ownersOptedOut: 0 });
  });

  it("that was handed in before a START and is read after it changes nothing either", async () => {
    const it = await clinic();
    await it.admit();
    await it.receive(text("STOP", "r1"));
    const handedInAt = it.clock.now();
    it.clock.moveTo(monday + hour);
    await it.receive(text("START", "r2"));
    it.files.put(file, `address\n${phone}\n`);
    const from = { line: 1, byte: 0 };
    await it.importOptOuts({ organization: "oak", file, from, handedInAt });
    expect(await permissionsOf(it)).toMatchObject([{ says: "granted" }]);
  });

  it("that is younger than a START opts out again", async () => {
    const it = await clinic();
    await it.admit();
    await it.receive(text("STOP", "r1"));
    await it.receive(text("START", "r2"));
    it.clock.moveTo(monday + hour);
    await take(it, `address\n${phone}\n`);
    expect(await permissionsOf(it)).toMatchObject([{ says: "revoked", via: "import" }]);
  });
});

describe("a long list", () => {
  const numbers = Array.from({ length: 2_345 }, (_, index) => `+1202555${1000 + index}`);
  const list = `address\n${numbers.join("\n\n")}\n`;

  it("is read in stretches that meet without a gap", async () => {
    const it = await clinic();
    const stretches = await take(it, list);
    expect(stretches.map(({ accepted }) => accepted)).toEqual([1_000, 1_000, 345]);
    expect(stretches.map(({ next }) => next?.line)).toEqual([2_001, 4_001, undefined]);
    expect(await reportOf(it, 2_001)).toMatchObject({ fromLine: 2_001, accepted: 1_000 });
    for (const number of [numbers[0], numbers[999], numbers[1_000], numbers[2_344]]) {
      const { stops } = await it.points.owners("oak", pointId(number ?? ""));
      expect(stops).toHaveLength(1);
    }
  });

  it("names each line as an editor counts it, in whatever stretch it is read", async () => {
    const it = await clinic();
    await take(it, list);
    const { stops } = await it.points.owners("oak", pointId(numbers[1_500] ?? ""));
    expect(stops[0]?.evidence.reference).toBe(`import:${file}#${2 + 2 * 1_500}`);
  });

  it("goes on for a while where it is given time", async () => {
    const it = await clinic();
    it.files.put(file, list);
    const input = { organization: "oak", file, from: { line: 1, byte: 0 }, handedInAt: monday };
    const done = await it.importOptOuts({ ...input, stopAt: monday + hour });
    expect(done).toMatchObject({ accepted: 2_345 });
    expect(done.next).toBeUndefined();
  });
});
