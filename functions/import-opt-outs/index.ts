import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createFileStore } from "#adapters/s3/file-store";
import { serviceClient } from "#adapters/service-client";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { composeOptOuts } from "#composition/opt-outs";
import { createQueueRim, withRim } from "#composition/rim";
import { OptOutsMessage } from "#contracts/opt-outs/message";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const sqs = new SQSClient(serviceClient());
const rim = createQueueRim("import-opt-outs", sqs, config);
const organization = config.ORGANIZATION_ID;
const queue = createWorkQueue({
  client: sqs,
  url: config.OPT_OUTS_QUEUE_URL,
  contract: OptOutsMessage,
});
const files = createFileStore({ client: new S3Client({}), bucket: config.IMPORT_BUCKET_NAME });
const { clock, importOptOuts } = composeOptOuts(sqs, config, files);
export const handler = withRim(
  createHandler({ ...rim, organization, queue, clock }, importOptOuts),
  rim,
);
