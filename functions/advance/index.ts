import { SQSClient } from "@aws-sdk/client-sqs";
import { serviceClient } from "#adapters/service-client";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createAdvancePatient } from "#usecases/advance-patient";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createQueueRim("advance", new SQSClient(serviceClient()), config);
const advancePatient = createAdvancePatient(createRecordEngine(config));
export const handler = withRim(createHandler(rim, advancePatient), rim.log);
