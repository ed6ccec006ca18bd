import { createWorklist } from "#adapters/dynamodb/worklist";
import { composeHearing } from "#composition/hearing";
import { createFunctionRim, withRim } from "#composition/rim";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createResolveTask } from "#usecases/resolve-task";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("receive-call", config);
const { receiveReply, organizations, act, clock, kick, table } = composeHearing(config);
const recordReceipt = createRecordReceipt({ act, clock });
const worklist = createWorklist({ ...table, name: config.WORKLIST_TABLE_NAME });
const resolveTask = createResolveTask({ act, worklist, clock, kick });
const ports = { receiveReply, recordReceipt, resolveTask, organizations, log: rim.log };
export const handler = withRim(createHandler(ports), rim);
