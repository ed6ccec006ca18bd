import { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import type { QueueRim } from "#adapters/lambda/queue-handler";
import { serviceClient } from "#adapters/service-client";
import { type ContactPatient, createContactPatient, type Deliver } from "#usecases/contact-patient";
import { createStopPoint } from "#usecases/stop-point";
import { createRecordEngine, type EngineConfig } from "./record-engine.ts";
import { createQueueRim } from "./rim.ts";

type Engine = ReturnType<typeof createRecordEngine>;

/** Claim, act, record, with the channel's own way to act. */
export function composeContact(
  name: string,
  config: EngineConfig & { readonly DEAD_QUEUE_URL: string },
  delivery: (engine: Engine) => Deliver,
): { readonly rim: QueueRim; readonly contactPatient: ContactPatient } {
  const engine = createRecordEngine(config);
  const { act, clock, organizations } = engine;
  const points = createPointDirectory(engine.table);
  const contactPatient = createContactPatient({
    act,
    profiles: createProfileStore(engine.table),
    organizations,
    points,
    stopPoint: createStopPoint({ act, points, clock }),
    clock,
    deliver: delivery(engine),
  });
  return { rim: createQueueRim(name, new SQSClient(serviceClient()), config), contactPatient };
}
