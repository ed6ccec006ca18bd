import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import type { Clock, FileStore } from "#ports";
import { createImportPatients, type ImportPatients } from "#usecases/import-patients";
import { createRecordEngine, type EngineConfig } from "./record-engine.ts";

/** The import of files, with all that it writes. */
export function composeImport(
  config: EngineConfig,
  files: FileStore,
): { readonly clock: Clock; readonly importPatients: ImportPatients } {
  const engine = createRecordEngine(config);
  const { table } = engine;
  const importPatients = createImportPatients({
    ...engine,
    files,
    profiles: createProfileStore(table),
    facts: createFactStore(table),
    eligibility: createEligibilityIndex(table),
    points: createPointDirectory(table),
    concepts: createConceptStore(table),
  });
  return { clock: engine.clock, importPatients };
}
