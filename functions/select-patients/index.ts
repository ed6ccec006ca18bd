import { SQSClient } from "@aws-sdk/client-sqs";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { serviceClient } from "#adapters/service-client";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { createStores } from "#composition/record-engine";
import { createFunctionRim, withRim } from "#composition/rim";
import { EnrollMessage } from "#contracts/enroll-message";
import { createSelectPatients } from "#usecases/select-patients";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("select-patients", config);
const stores = createStores(config.TABLE_NAME);
const selectPatients = createSelectPatients({
  ...stores,
  eligibility: createEligibilityIndex(stores.table),
  queue: createWorkQueue({
    client: new SQSClient(serviceClient()),
    url: config.ENROLL_QUEUE_URL,
    contract: EnrollMessage,
  }),
});
export const handler = withRim(createHandler(selectPatients, rim.log), rim);
