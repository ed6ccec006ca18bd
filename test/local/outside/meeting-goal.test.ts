import { describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { loadCampaigns } from "#cli/campaign-files";
import { Gathering } from "#contracts/fhir/gathering";
import { subjectOf } from "#contracts/fhir/subject";
import { conceptCatalog } from "#domain/audience/concept";
import { goalSince } from "#domain/audience/eligibility";
import { startOfDay } from "#domain/time";
import { resourcesMeeting } from "#local/outside/meeting-goal";
import { day } from "#support/subject";

const concepts = conceptCatalog(readConcepts(["campaigns/concepts"]).concepts);
const today = day("2026-11-23");

describe("what a simulated patient does", () => {
  it.each(loadCampaigns())("meets the goal of $id, once it is on file", ({ goal }) => {
    const at = startOfDay(today, "UTC") + 15 * 3_600_000;
    const resources = resourcesMeeting({ id: "done", patient: "p1", goal, concepts, at });
    const gathering = new Gathering(
      () => true,
      ({ fault }) => {
        throw new Error(fault.reason);
      },
    );
    const patient = {
      resourceType: "Patient",
      id: "p1",
      gender: "female",
      birthDate: "1966-06-15",
    };
    [patient, ...resources].forEach((resource, line) => {
      gathering.add(JSON.stringify(resource), { file: "records", line });
    });
    const [subject] = gathering.finish().flatMap((one) => subjectOf(one, today) ?? []);
    expect(subject && goalSince({ goal }, subject, concepts, today)).toBe(true);
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
  });
});
