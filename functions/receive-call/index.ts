import { composeHearing } from "#composition/hearing";
import { createFunctionLogger, withRim } from "#composition/rim";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createResolveTask } from "#usecases/resolve-task";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const log = createFunctionLogger("receive-call");
const { receiveReply, organizations, act, clock, kick } = composeHearing(config);
const recordReceipt = createRecordReceipt({ act, clock });
const resolveTask = createResolveTask({ act, clock, kick });
const ports = { receiveReply, recordReceipt, resolveTask, organizations, log };
export const handler = withRim(createHandler(ports), log);
