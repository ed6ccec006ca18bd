import { setTimeout as sleep } from "node:timers/promises";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import type { QueueRim } from "#adapters/lambda/queue-handler";
import { serviceClient } from "#adapters/service-client";
import type { Recipients } from "#domain/contact/recipients";
import { type ContactPatient, createContactPatient, type Deliver } from "#usecases/contact-patient";
import { createCountSent } from "#usecases/count-sent";
import { createFence } from "#usecases/fence";
import type { MakeLink } from "#usecases/make-link";
import type { MakePage } from "#usecases/make-page";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker } from "#usecases/trip-breaker";
import { measuredContact, measuredDelivery } from "./measured.ts";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";
import { createQueueRim, type RimConfig } from "./rim.ts";

/** Beside the code, which alarms watch for. */
const breakerTripped = "The provider takes nothing more from the account: the channel is halted";

type Engine = ReturnType<typeof createMirroringEngine>;

type ContactConfig = EngineConfig &
  MirrorConfig &
  RimConfig & {
    readonly DEAD_QUEUE_URL: string;
    readonly EPOCH: number;
    readonly RECIPIENTS: Recipients;
    readonly PER_DAY?: number | undefined;
  };

/** What the messages of a channel may carry that leads to a page of ours. */
interface Linking {
  readonly makeLink?: MakeLink;
  readonly makePage?: MakePage;
}

/** Claim, act, record, with the channel's own way to act, and the links that its messages carry, if any. */
export function composeContact(
  name: string,
  config: ContactConfig,
  delivery: (engine: Engine) => Deliver,
  linking?: (engine: Engine) => Linking,
): { readonly rim: QueueRim; readonly contactPatient: ContactPatient } {
  const sqs = new SQSClient(serviceClient());
  const engine = createMirroringEngine(sqs, config);
  const { act, clock, organizations } = engine;
  const rim = createQueueRim(name, sqs, config);
  const paces = createPaceStore(engine.table);
  const points = createPointDirectory(engine.table);
  const contact = createContactPatient({
    act,
    profiles: createProfileStore(engine.table),
    organizations,
    points,
    stopPoint: createStopPoint({ act, points, clock }),
    isFenced: createFence({ organizations, clock, epoch: config.EPOCH }),
    tripBreaker: createTripBreaker({
      organizations,
      tripped: (what) => rim.log.error(breakerTripped, { code: "breaker/tripped", ...what }),
    }),
    slowLane: createSlowLane({ paces, clock }),
    ...(config.PER_DAY === undefined ? {} : { countSent: createCountSent({ paces, clock }) }),
    clock,
    sleep,
    deliver: measuredDelivery(delivery(engine), rim.meter),
    ...linking?.(engine),
    recipients: config.RECIPIENTS,
  });
  const contactPatient: ContactPatient = async (input) => {
    const outcome = await contact(input);
    if (outcome === "fenced") {
      const { organization, patient, channel } = input;
      rim.log.warn("Another deployment is this patient's home", {
        ...{ organization, patient, channel, outcome },
      });
    }
    return outcome;
  };
  return { rim, contactPatient: measuredContact(contactPatient, rim.meter) };
}
