import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createResolveNow } from "#usecases/resolve-now";
import { createResolvePatient } from "#usecases/resolve-patient";
import { createSettlePatient } from "#usecases/settle-patient";
import type { createRecordEngine } from "./record-engine.ts";

/** What solves one patient's audiences, from new facts or from those that are stored. */
export function createSettling(engine: ReturnType<typeof createRecordEngine>) {
  const { table, act } = engine;
  const stores = {
    profiles: createProfileStore(table),
    facts: createFactStore(table),
    eligibility: createEligibilityIndex(table),
    concepts: createConceptStore(table),
  };
  const settle = createSettlePatient({ act, eligibility: stores.eligibility });
  const resolvePatient = createResolvePatient({ ...stores, settle });
  const resolve = createResolveNow({ ...engine, ...stores, resolvePatient });
  return { ...stores, settle, resolvePatient, resolve };
}
