import { ConnectClient } from "@aws-sdk/client-connect";
import { createCallPlacer } from "#adapters/connect/call-placer";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { sendingClient } from "#adapters/sending-client";
import { composeContact } from "#composition/contact";
import { withRim } from "#composition/rim";
import { deliverByCall } from "#usecases/contact-patient";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const placer = createCallPlacer({
  client: new ConnectClient(sendingClient()),
  instanceId: config.CONNECT_INSTANCE_ID,
  callFlowId: config.CONNECT_CALL_FLOW_ID,
  sourceNumber: config.CONNECT_SOURCE_NUMBER,
  traffic: config.CONNECT_TRAFFIC,
});
const { rim, contactPatient } = composeContact("place-call", config, ({ table }) =>
  deliverByCall(placer, createCallDirectory(table)),
);
export const handler = withRim(createHandler(rim, contactPatient), rim);
