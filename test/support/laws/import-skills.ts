import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { conceptCatalog } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { Fact } from "#domain/patient/fact";
import { FactCollection } from "#domain/patient/fact-collection";
import { dayOf } from "#domain/time";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createImportPatient } from "#usecases/import-patient";
import { createResolveNow } from "#usecases/resolve-now";
import { createResolvePatient } from "#usecases/resolve-patient";
import { createSettlePatient } from "#usecases/settle-patient";
import { oak } from "../a-clinic.ts";
import { inTurn, type Worker } from "./interleaving.ts";
import type { Skills } from "./skills.ts";
import type { Stores } from "./stores.ts";

const concepts = [{ name: "mammogram", codes: ["hcpcs|77067"] }];
const { zone } = oak.business;

/** What a worker can do who brings facts in, or enrolls whom they speak for. */
export function importSkillsOf(
  { act, clock }: Pick<Skills, "act" | "clock">,
  stores: Stores,
  worker: Worker,
) {
  const eligibility = inTurn(stores.eligibility, "eligibility", worker);
  const facts = inTurn(stores.facts, "facts", worker);
  const profiles = inTurn(stores.profiles, "profile", worker);
  const points = inTurn(stores.points, "point", worker);
  const published = createMemoryConceptStore();
  const settle = createSettlePatient({ act, eligibility });
  const importPatient = createImportPatient({ settle, facts, profiles, points });
  const resolvePatient = createResolvePatient({ settle, facts, profiles });
  const resolve = createResolveNow({ ...stores, concepts: published, resolvePatient, clock });
  const enroll = createEnrollPatient({
    act,
    eligibility,
    profiles,
    resolve,
    clock,
    kick: async () => undefined,
  });
  return {
    /** Facts of one patient, as a line of a file brings them. */
    async take(patient: string, campaigns: readonly Campaign[], ...found: readonly Fact[]) {
      const context = { organization: "oak", at: clock.now(), campaigns, zone };
      await importPatient(
        { patient, facts: new FactCollection(found) },
        { ...context, concepts: conceptCatalog(concepts) },
      );
    },
    /** What selection asks for on the day. */
    async enroll(patient: string, campaign: string) {
      await published.save("oak", concepts);
      const on = dayOf(clock.now(), zone);
      return enroll({ organization: "oak", patient, campaign, version: 1, on });
    },
  };
}
