import { createBirthDates } from "#adapters/lean-aws/birth-dates";
import { createAwsCall } from "#adapters/lean-aws/call";
import { createClinicDirectory } from "#adapters/lean-aws/clinic-directory";
import { createLinkFinder } from "#adapters/lean-aws/link-finder";
import { createPageKeeper } from "#adapters/lean-aws/page-keeper";
import { createLeanQueue } from "#adapters/lean-aws/work-queue";
import { pageProofs } from "#adapters/page-proofs";
import { randomTokens } from "#adapters/random-tokens";
import { systemClock } from "#adapters/system-clock";
import { createFunctionLog } from "#composition/function-log";
import { PageMessage } from "#contracts/page-message";
import { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { createAnswerPage } from "#usecases/answer-page";
import { createOpenLink } from "#usecases/open-link";
import { createUnsubscribe } from "#usecases/unsubscribe";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const variables = process.env;
const table = { call: createAwsCall({ service: "dynamodb", variables }), name: config.TABLE_NAME };
const call = createAwsCall({ service: "sqs", variables });
const clock = systemClock;
const clinics = createClinicDirectory(table);
const stops = createLeanQueue({
  call,
  url: config.UNSUBSCRIBE_QUEUE_URL,
  contract: UnsubscribeMessage,
});
const openLink = createOpenLink({ links: createLinkFinder(table), clinics, clock });
const unsubscribe = createUnsubscribe({ openLink, stops });
const answerPage = createAnswerPage({
  pages: createPageKeeper(table),
  birthDates: createBirthDates(table),
  clinics,
  proofs: pageProofs,
  said: createLeanQueue({ call, url: config.PAGE_QUEUE_URL, contract: PageMessage }),
  stops,
  tokens: randomTokens,
  clock,
});
export const handler = createHandler(createFunctionLog("patient-page"), {
  openLink,
  unsubscribe,
  answerPage,
});
