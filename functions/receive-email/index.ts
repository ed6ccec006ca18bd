import { composeHearing } from "#composition/hearing";
import { createQueueRim, withRim } from "#composition/rim";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const { receiveReply, organizations, sqs } = composeHearing(config);
const rim = createQueueRim("receive-email", sqs, config);
export const handler = withRim(createHandler(rim, receiveReply, organizations), rim);
