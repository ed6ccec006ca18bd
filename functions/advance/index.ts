import { SQSClient } from "@aws-sdk/client-sqs";
import { serviceClient } from "#adapters/service-client";
import { createMirroringEngine } from "#composition/mirroring";
import { createQueueRim, withRim } from "#composition/rim";
import { createAdvancePatient } from "#usecases/advance-patient";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const sqs = new SQSClient(serviceClient());
const rim = createQueueRim("advance", sqs, config);
const advancePatient = createAdvancePatient(createMirroringEngine(sqs, config));
export const handler = withRim(createHandler(rim, advancePatient), rim);
