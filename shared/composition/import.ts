import type { SQSClient } from "@aws-sdk/client-sqs";
import { createPatientDirectory } from "#adapters/dynamodb/patient-directory";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import type { Clock, FileStore } from "#ports";
import { createImportPatients, type ImportPatients } from "#usecases/import-patients";
import { createResolvePatients, type ResolvePatients } from "#usecases/resolve-patients";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";
import { createSettling } from "./settling.ts";

/** The import of files, with all that it writes, and the work that a changed audience makes. */
export function composeImport(
  client: SQSClient,
  config: EngineConfig & MirrorConfig,
  files: FileStore,
): {
  readonly clock: Clock;
  readonly importPatients: ImportPatients;
  readonly resolvePatients: ResolvePatients;
} {
  const engine = createMirroringEngine(client, config);
  const { table } = engine;
  const ports = { ...engine, ...createSettling(engine), files };
  return {
    clock: engine.clock,
    importPatients: createImportPatients({ ...ports, points: createPointDirectory(table) }),
    resolvePatients: createResolvePatients({
      ...ports,
      patients: createPatientDirectory(table),
      resolutions: createResolutionStore(table),
    }),
  };
}
