import { createPageStore } from "#adapters/dynamodb/page-store";
import { composeHearing } from "#composition/hearing";
import { createQueueRim, withRim } from "#composition/rim";
import { createHearPage } from "#usecases/hear-page";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const { sqs, ...heard } = composeHearing(config);
const rim = createQueueRim("receive-email", sqs, config);
const hearPage = createHearPage({ ...heard, pages: createPageStore(heard.table) });
export const handler = withRim(createHandler(rim, { ...heard, hearPage }), rim);
