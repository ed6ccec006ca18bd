import { describe, expect, it } from "vitest";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Command } from "#domain/record/command";
import { clinic } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { createAct } from "#usecases/act";
import { createReadRules } from "#usecases/read-rules";

const stop: Command = { type: "opt-out", at: monday, via: "sms" };
const enroll: Command = {
  type: "enroll",
  at: monday,
  campaign: "screening/check",
  version: 1,
  episode: "2026-11-01",
};

/** A clinic whose record store counts how often it is read. */
async function counting() {
  const one = await clinic();
  await one.admit();
  let loads = 0;
  const load = (organization: OrganizationId, patient: PatientId) => {
    loads += 1;
    return one.records.load(organization, patient);
  };
  const records = { ...one.records, load };
  const act = createAct({ records, readRules: createReadRules(one) });
  return { one, act, loads: () => loads };
}

describe("acting on a record as one's own last write left it", () => {
  it("reads it no second time", async () => {
    const { act, loads } = await counting();
    const ref = { campaign: "screening/check", version: 1 };
    const { record } = await act("oak", "p1", () => [enroll], [ref]);
    expect(loads()).toBe(1);
    const { events } = await act("oak", "p1", () => [stop], [], record);
    expect(loads()).toBe(1);
    expect(events.map(({ type }) => type)).toContain("opted-out");
  });

  it("decides anew on what is there when somebody wrote since", async () => {
    const { one, act, loads } = await counting();
    const ref = { campaign: "screening/check", version: 1 };
    const { record } = await act("oak", "p1", () => [enroll], [ref]);
    await one.act("oak", "p1", () => [stop]);
    const seen: number[] = [];
    const { events } = await act(
      "oak",
      "p1",
      (current) => {
        seen.push(current.enrollments.length);
        return [{ type: "claim", at: monday, channel: "sms" }];
      },
      [],
      record,
    );
    // With what it knew it would have claimed; the opt-out had ended the enrollment.
    expect(seen).toEqual([1, 0]);
    expect(events.filter(({ type }) => type === "touch-claimed")).toEqual([]);
    expect(loads()).toBe(2);
  });
});
