import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import { createMemoryOptOutList } from "#adapters/memory/opt-out-list";
import { createDeadLetters } from "#adapters/sqs/dead-letters";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { createLaneQueues } from "#composition/lane-queues";
import { withRim } from "#composition/rim";
import { EnrollMessage } from "#contracts/enroll-message";
import { MirrorMessage } from "#contracts/mirror-message";
import { UrgentMessage } from "#contracts/urgent-message";
import { createLogger } from "#observability/logger";
import { createMeter } from "#observability/meter";
import { createLedgerTable } from "#support/dynamodb";
import { createAdvancePatient } from "#usecases/advance-patient";
import {
  createContactPatient,
  type Deliver,
  deliverByCall,
  deliverByEmail,
  deliverBySms,
} from "#usecases/contact-patient";
import { createCountSent } from "#usecases/count-sent";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createFence } from "#usecases/fence";
import { createKick } from "#usecases/kick";
import { createMirroringAct } from "#usecases/mirroring-act";
import { createOpenLine } from "#usecases/open-line";
import { createPublishLedger } from "#usecases/publish-ledger";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createReceiveReply } from "#usecases/receive-reply";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createReleaseDue } from "#usecases/release-due";
import { createSelectPatients } from "#usecases/select-patients";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker } from "#usecases/trip-breaker";
import { createHandler as advance } from "../../../functions/advance/handler.ts";
import { createHandler as enrollPatient } from "../../../functions/enroll-patient/handler.ts";
import { createHandler as placeCall } from "../../../functions/place-call/handler.ts";
import { createHandler as publishLedger } from "../../../functions/publish-ledger/handler.ts";
import { createHandler as raiseTask } from "../../../functions/raise-task/handler.ts";
import { createHandler as receiveReceipt } from "../../../functions/receive-receipt/handler.ts";
import { createHandler as receiveSms } from "../../../functions/receive-sms/handler.ts";
import { createHandler as releaseDue } from "../../../functions/release-due/handler.ts";
import { createHandler as selectPatients } from "../../../functions/select-patients/handler.ts";
import { createHandler as sendEmail } from "../../../functions/send-email/handler.ts";
import { createHandler as sendSms } from "../../../functions/send-sms/handler.ts";
import { type BenchRegion, shards } from "./region.ts";

export const queueNames = [
  ...["enroll", "sms", "email", "voice", "decide", "task", "receipt", "mirror", "dead"],
  ...["inbound-sms", "urgent"],
] as const;

/** The functions of a region as `functions/<name>/index.ts` composes them, on the region's engines. */
export async function composeFunctions(region: BenchRegion) {
  const { clock, messaging, organization, providers, sqs, stores } = region;
  for (const QueueName of queueNames) await sqs.send(new CreateQueueCommand({ QueueName }));
  const url = (name: string) => messaging.queueUrl(name);
  const queues = createLaneQueues(
    sqs,
    {
      SMS_QUEUE_URL: url("sms"),
      EMAIL_QUEUE_URL: url("email"),
      VOICE_QUEUE_URL: url("voice"),
      DECIDE_QUEUE_URL: url("decide"),
      TASK_QUEUE_URL: url("task"),
    },
    clock,
  );
  const rim = rimOf(region, url("dead"));
  const { organizations, paces, points } = stores;
  const mirror = createWorkQueue({ client: sqs, url: url("mirror"), contract: MirrorMessage });
  const act = createMirroringAct({ act: stores.act, mirror });
  const kick = createKick({ queues, clock });
  const stopPoint = createStopPoint({ act, points, clock });
  const contact = (deliver: Deliver) =>
    createContactPatient({
      ...stores,
      act,
      stopPoint,
      isFenced: createFence({ organizations, clock, epoch: 1 }),
      tripBreaker: createTripBreaker({ organizations, tripped: () => undefined }),
      slowLane: createSlowLane({ paces, clock }),
      countSent: createCountSent({ paces, clock }),
      deliver,
      recipients: "everyone",
    });
  const enrolls = createWorkQueue({ client: sqs, url: url("enroll"), contract: EnrollMessage });
  const select = createSelectPatients({ ...stores, queue: enrolls });
  const release = createReleaseDue({
    records: stores.records,
    queues,
    clock,
    shards,
    learnt: paces,
  });
  const urgent = createWorkQueue({ client: sqs, url: url("urgent"), contract: UrgentMessage });
  const carrier = createMemoryOptOutList(clock);
  const receive = createReceiveReply({
    ...{ ...stores, act, kick, urgent },
    openLine: createOpenLine({ act, mirror, carrier }),
  });
  const { log } = rim;
  return {
    hear: withRim(receiveSms(rim, receive, organizations), rim),
    select: () =>
      withRim(selectPatients(select, log), rim)({ schema: "select.v1", organization }, context),
    release: () => withRim(releaseDue(release, rim), rim)({ schema: "release.v1" }, context),
    queue: {
      enroll: withRim(enrollPatient(rim, createEnrollPatient({ ...stores, kick })), rim),
      sms: withRim(sendSms(rim, contact(deliverBySms(providers.sms))), rim),
      email: withRim(sendEmail(rim, contact(deliverByEmail(providers.email))), rim),
      voice: withRim(placeCall(rim, contact(deliverByCall(providers.voice, stores.calls))), rim),
      decide: withRim(advance(rim, createAdvancePatient({ act, clock })), rim),
      task: withRim(
        raiseTask(rim, createRaiseTasks({ ...stores, act, desk: providers.desk })),
        rim,
      ),
      receipt: withRim(
        receiveReceipt(rim, {
          ...stores,
          recordReceipt: createRecordReceipt({ act, clock }),
          stopPoint,
        }),
        rim,
      ),
    },
    /** `publish-ledger` into a ledger table of that name, which is made. */
    async publisher(name: string) {
      const { client } = stores.table;
      await createLedgerTable(client, name);
      const publish = createPublishLedger({ ledger: createLedgerStore({ client, name }) });
      return withRim(publishLedger(publish, ledgerRowsIn, rim), rim);
    },
  };
}

/** What the runtime hands over beside the event; nothing here looks at it. */
const context = {} as never;

/** Logs and metrics as in production, up to the moment of writing. */
function rimOf(region: BenchRegion, dead: string) {
  const write = (line: string) => region.meter.logged(Buffer.byteLength(line));
  return {
    log: createLogger({ write }),
    meter: createMeter({ namespace: "bench", write }),
    dead: createDeadLetters(region.sqs, dead),
  };
}
