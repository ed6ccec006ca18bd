import { SQSClient } from "@aws-sdk/client-sqs";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { serviceClient } from "#adapters/service-client";
import { createMirroringEngine } from "#composition/mirroring";
import { createQueueRim, withRim } from "#composition/rim";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createStopPoint } from "#usecases/stop-point";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const sqs = new SQSClient(serviceClient());
const rim = createQueueRim("receive-receipt", sqs, config);
const engine = createMirroringEngine(sqs, config);
const ports = {
  recordReceipt: createRecordReceipt(engine),
  stopPoint: createStopPoint({ ...engine, points: createPointDirectory(engine.table) }),
  calls: createCallDirectory(engine.table),
  organizations: engine.organizations,
};
export const handler = withRim(createHandler(rim, ports), rim);
