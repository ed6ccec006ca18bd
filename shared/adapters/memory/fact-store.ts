import type { PatientFacts } from "../../domain/patient/fact.ts";
import { StaleRecord } from "../../errors.ts";
import type { FactStore } from "../../ports.ts";

export function createMemoryFactStore(): FactStore {
  const stored = new Map<string, PatientFacts>();
  return {
    async load(organization, patient) {
      return stored.get(`${organization}#${patient}`);
    },
    async save(organization, facts, revision) {
      const key = `${organization}#${facts.patient}`;
      if ((stored.get(key)?.revision ?? 0) !== revision) throw new StaleRecord();
      stored.set(key, { ...facts, revision: revision + 1 });
    },
  };
}
