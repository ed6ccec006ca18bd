import { ConnectClient } from "@aws-sdk/client-connect";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createTaskDesk } from "#adapters/connect/task-desk";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { serviceClient } from "#adapters/service-client";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createQueueRim("raise-task", new SQSClient(serviceClient()), config);
const desk = createTaskDesk({
  client: new ConnectClient(serviceClient()),
  instanceId: config.CONNECT_INSTANCE_ID,
  taskFlowId: config.CONNECT_TASK_FLOW_ID,
});
const engine = createRecordEngine(config);
const worklist = createWorklist({ ...engine.table, name: config.WORKLIST_TABLE_NAME });
const raiseTasks = createRaiseTasks({ ...engine, worklist, desk });
export const handler = withRim(createHandler(rim, raiseTasks), rim);
