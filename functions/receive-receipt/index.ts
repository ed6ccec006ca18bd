import { SQSClient } from "@aws-sdk/client-sqs";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createRecordReceipt } from "#usecases/record-receipt";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createQueueRim("receive-receipt", new SQSClient({}), config);
const engine = createRecordEngine(config);
const recordReceipt = createRecordReceipt(engine);
const calls = createCallDirectory(engine.table);
export const handler = withRim(createHandler(rim, recordReceipt, calls), rim.log);
