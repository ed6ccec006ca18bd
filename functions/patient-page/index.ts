import { createAwsCall } from "#adapters/lean-aws/call";
import { createClinicDirectory } from "#adapters/lean-aws/clinic-directory";
import { createLinkFinder } from "#adapters/lean-aws/link-finder";
import { createLeanQueue } from "#adapters/lean-aws/work-queue";
import { systemClock } from "#adapters/system-clock";
import { createFunctionLog } from "#composition/function-log";
import { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { createOpenLink } from "#usecases/open-link";
import { createUnsubscribe } from "#usecases/unsubscribe";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const variables = process.env;
const table = { call: createAwsCall({ service: "dynamodb", variables }), name: config.TABLE_NAME };
const openLink = createOpenLink({
  links: createLinkFinder(table),
  clinics: createClinicDirectory(table),
  clock: systemClock,
});
const stops = createLeanQueue({
  call: createAwsCall({ service: "sqs", variables }),
  url: config.UNSUBSCRIBE_QUEUE_URL,
  contract: UnsubscribeMessage,
});
const unsubscribe = createUnsubscribe({ openLink, stops });
export const handler = createHandler(createFunctionLog("patient-page"), { openLink, unsubscribe });
