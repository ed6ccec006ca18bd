import type { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import type { FileStore } from "#ports";
import { createImportOptOuts } from "#usecases/import-opt-outs";
import { createStopPoint } from "#usecases/stop-point";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";

/** The import of opt-outs, with all that it writes. */
export function composeOptOuts(
  client: SQSClient,
  config: EngineConfig & MirrorConfig,
  files: FileStore,
) {
  const engine = createMirroringEngine(client, config);
  const points = createPointDirectory(engine.table);
  const stopPoint = createStopPoint({ ...engine, points });
  return {
    clock: engine.clock,
    importOptOuts: createImportOptOuts({ ...engine, stopPoint, files }),
  };
}
