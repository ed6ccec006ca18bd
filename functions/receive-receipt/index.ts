import { SQSClient } from "@aws-sdk/client-sqs";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { serviceClient } from "#adapters/service-client";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createStopPoint } from "#usecases/stop-point";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createQueueRim("receive-receipt", new SQSClient(serviceClient()), config);
const engine = createRecordEngine(config);
const ports = {
  recordReceipt: createRecordReceipt(engine),
  stopPoint: createStopPoint({ ...engine, points: createPointDirectory(engine.table) }),
  calls: createCallDirectory(engine.table),
  organizations: engine.organizations,
};
export const handler = withRim(createHandler(rim, ports), rim.log);
