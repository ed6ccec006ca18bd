import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import { createFileStore } from "#adapters/s3/file-store";
import { serviceClient } from "#adapters/service-client";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { composeImport } from "#composition/import";
import { createQueueRim, withRim } from "#composition/rim";
import { ImportMessage } from "#contracts/import-message";
import { ResolveMessage } from "#contracts/resolve-message";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const sqs = new SQSClient(serviceClient());
const rim = createQueueRim("import-patients", sqs, config);
const organization = config.ORGANIZATION_ID;
const queue = createWorkQueue({
  client: sqs,
  url: config.IMPORT_QUEUE_URL,
  contract: z.union([ImportMessage, ResolveMessage]),
});
const files = createFileStore({ client: new S3Client({}), bucket: config.IMPORT_BUCKET_NAME });
const { clock, importPatients, resolvePatients } = composeImport(sqs, config, files);
export const handler = withRim(
  createHandler({ ...rim, organization, queue, clock }, importPatients, resolvePatients),
  rim,
);
