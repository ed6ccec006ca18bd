import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { purposes } from "#domain/campaign/purpose";
import {
  type PermissionStatement,
  permissionRefusal,
  withStatement,
} from "#domain/contact/permission";
import { channels } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import { createImportOptOuts } from "#usecases/import-opt-outs";
import { createStopPoint } from "#usecases/stop-point";
import { TryAgain } from "../../shared/errors.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { type Clinic, takeList as take } from "../support/a-list.ts";
import { monday } from "../support/a-record.ts";

const hour = 3_600_000;
const permissionsOf = async (it: Clinic, patient: string) =>
  (await it.records.load("oak", patient))?.permissions;
const people = ["p1", "p2", "p3"];
const phones = ["+12025550111", "+12025550112", "+12025550113", "maria@home.example"];

/** Three people: one with two numbers, two who share one, and a number that is nobody's. */
async function neighbours() {
  const it = await clinic();
  const points = phones.map((address) => ({
    id: pointId(address),
    kind: address.includes("@") ? ("email" as const) : ("mobile" as const),
    address,
  }));
  const of = (...indexes: readonly number[]) => indexes.flatMap((index) => points[index] ?? []);
  await it.admit(profile({ patient: "p1", points: of(0, 1) }));
  await it.admit(profile({ patient: "p2", points: of(1, 3) }));
  return it;
}

const row = fc
  .record({
    address: fc.constantFrom(...phones, ""),
    patient: fc.constantFrom(...people, "", ""),
    channel: fc.constantFrom("", "sms", "voice", "email"),
    purpose: fc.constantFrom("", "", "screening", "lab-due"),
    when: fc.constantFrom("", "2025-01-01", "2026-11-30", "soon"),
  })
  .map((one) => [one.address, one.patient, one.channel, one.purpose, one.when].join(","));

/** Who may be contacted how and about what, now and after a START from any of the numbers. */
async function stateOf(it: Clinic) {
  const records = await Promise.all(
    people.map(async (patient) => {
      const said = (await permissionsOf(it, patient)) ?? [];
      return [said, ...phones.map((address) => withStatement(said, startFrom(address)))].map(
        refused,
      );
    }),
  );
  const points = await Promise.all(
    phones.map(async (address) => {
      const { stops } = await it.points.owners("oak", pointId(address));
      return stops.map(({ scope }) => JSON.stringify(scope)).toSorted();
    }),
  );
  return { records, points };
}

function startFrom(address: string): PermissionStatement {
  return { says: "granted", at: monday + hour, via: "sms", scope: {}, from: pointId(address) };
}

function refused(said: readonly PermissionStatement[]): readonly string[] {
  return channels.flatMap((channel) =>
    phones.flatMap((address) =>
      purposes.flatMap((purpose) => {
        const contact = { channel, point: pointId(address), purpose };
        return permissionRefusal(said, contact) ? [`${channel} ${address} ${purpose}`] : [];
      }),
    ),
  );
}

/** An import whose process dies at the n-th write. */
function dying(it: Clinic, writes: number) {
  let left = writes;
  const act: Clinic["act"] = async (...args) => {
    left -= 1;
    if (left < 0) throw new Error("killed");
    return it.act(...args);
  };
  const { points, clock, organizations, files } = it;
  const stopPoint = createStopPoint({ act, points, clock });
  return createImportOptOuts({ act, stopPoint, organizations, files, clock });
}

/** As its queue does: given again as long as somebody else was in the way. */
async function delivered(it: Clinic, list: string): Promise<void> {
  for (;;) {
    try {
      await take(it, list);
      return;
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
    }
  }
}

describe("whatever the list, and wherever its import is killed", () => {
  it("resumed, or read twice, or beside itself, it ends as read once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.nat(12), async (rows, writes) => {
        const list = ["address,patient,channel,purpose,when", ...rows].join("\n");
        const [once, killed, twice, overlapping] = await Promise.all([1, 2, 3, 4].map(neighbours));
        if (!once || !killed || !twice || !overlapping) throw new Error("no clinic");
        await take(once, list);
        await take(killed, list, dying(killed, writes)).catch(() => undefined);
        await take(killed, list);
        await take(twice, list);
        await take(twice, list);
        await Promise.all([delivered(overlapping, list), delivered(overlapping, list)]);
        const expected = await stateOf(once);
        for (const other of [killed, twice, overlapping]) {
          expect(await stateOf(other)).toEqual(expected);
        }
      }),
    );
  });
});
