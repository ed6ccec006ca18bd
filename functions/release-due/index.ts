import { SQSClient } from "@aws-sdk/client-sqs";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { serviceClient } from "#adapters/service-client";
import { createLaneQueues } from "#composition/lane-queues";
import { daysIn, pacesIn } from "#composition/paces";
import { createRecordEngine } from "#composition/record-engine";
import { createFunctionRim, withRim } from "#composition/rim";
import { createReleaseDue } from "#usecases/release-due";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("release-due", config);
const { records, clock, table } = createRecordEngine(config);
const queues = createLaneQueues(new SQSClient(serviceClient()), config, clock);
const releaseDue = createReleaseDue({
  records,
  clock,
  queues,
  shards: config.DUE_SHARDS,
  paces: pacesIn(config),
  perDay: daysIn(config),
  learnt: createPaceStore(table),
});
export const handler = withRim(createHandler(releaseDue, rim), rim);
