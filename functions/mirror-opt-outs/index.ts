import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createOptOutList } from "#adapters/end-user-messaging/opt-out-list";
import { pacedClient, serviceClient } from "#adapters/service-client";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim, withRim } from "#composition/rim";
import { createMirrorOptOuts } from "#usecases/mirror-opt-outs";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createQueueRim("mirror-opt-outs", new SQSClient(serviceClient()), config);
const { table, records, clock } = createRecordEngine(config);
const mirrorOptOuts = createMirrorOptOuts({
  records,
  clock,
  profiles: createProfileStore(table),
  points: createPointDirectory(table),
  carrier: createOptOutList({
    client: new PinpointSMSVoiceV2Client(pacedClient()),
    list: config.SMS_OPT_OUT_LIST,
  }),
});
export const handler = withRim(createHandler(rim, mirrorOptOuts), rim);
