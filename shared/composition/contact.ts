import { setTimeout as sleep } from "node:timers/promises";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import type { QueueRim } from "#adapters/lambda/queue-handler";
import { serviceClient } from "#adapters/service-client";
import { type ContactPatient, createContactPatient, type Deliver } from "#usecases/contact-patient";
import { createStopPoint } from "#usecases/stop-point";
import { measuredContact, measuredDelivery } from "./measured.ts";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";
import { createQueueRim, type RimConfig } from "./rim.ts";

type Engine = ReturnType<typeof createMirroringEngine>;

/** Claim, act, record, with the channel's own way to act. */
export function composeContact(
  name: string,
  config: EngineConfig & MirrorConfig & RimConfig & { readonly DEAD_QUEUE_URL: string },
  delivery: (engine: Engine) => Deliver,
): { readonly rim: QueueRim; readonly contactPatient: ContactPatient } {
  const sqs = new SQSClient(serviceClient());
  const engine = createMirroringEngine(sqs, config);
  const { act, clock, organizations } = engine;
  const points = createPointDirectory(engine.table);
  const rim = createQueueRim(name, sqs, config);
  const contactPatient = createContactPatient({
    act,
    profiles: createProfileStore(engine.table),
    organizations,
    points,
    stopPoint: createStopPoint({ act, points, clock }),
    clock,
    sleep,
    deliver: measuredDelivery(delivery(engine), rim.meter),
  });
  return { rim, contactPatient: measuredContact(contactPatient, rim.meter) };
}
