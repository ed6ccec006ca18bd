import { SQSClient } from "@aws-sdk/client-sqs";
import { serviceClient } from "#adapters/service-client";
import { createLaneQueues } from "#composition/lane-queues";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createSettling } from "#composition/settling";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createKick } from "#usecases/kick";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const sqs = new SQSClient(serviceClient());
const rim = createQueueRim("enroll-patient", sqs, config);
const engine = createRecordEngine(config);
const enrollPatient = createEnrollPatient({
  ...engine,
  ...createSettling(engine),
  kick: createKick({ queues: createLaneQueues(sqs, config, engine.clock), clock: engine.clock }),
});
export const handler = withRim(createHandler(rim, enrollPatient), rim);
