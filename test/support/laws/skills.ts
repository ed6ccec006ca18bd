import { createMemoryPaceStore } from "#adapters/memory/pace-store";
import type { Channel } from "#domain/patient/contact-point";
import type { Plant } from "#local/simulation/plant";
import type { Clock, RecordStore, TaskDesk } from "#ports";
import { createAct } from "#usecases/act";
import { createAdvancePatient } from "#usecases/advance-patient";
import {
  createContactPatient,
  deliverByCall,
  deliverByEmail,
  deliverBySms,
} from "#usecases/contact-patient";
import { createFence } from "#usecases/fence";
import { createKick } from "#usecases/kick";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createReadRules } from "#usecases/read-rules";
import { createReceiveReply } from "#usecases/receive-reply";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createReleaseDue } from "#usecases/release-due";
import { createResolveTask } from "#usecases/resolve-task";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker } from "#usecases/trip-breaker";
import { StaleRecord } from "../../../shared/errors.ts";
import type { createCarrier } from "./carrier.ts";
import { inTurn, type Worker } from "./interleaving.ts";
import type { Stores } from "./stores.ts";
import type { Tally } from "./tally.ts";

/** What a worker works with. */
export interface Surroundings {
  readonly stores: Stores;
  readonly carrier: ReturnType<typeof createCarrier>;
  readonly desk: TaskDesk;
  readonly clock: Clock;
  readonly plant: Plant;
  readonly tally: Tally;
}

export type Skills = ReturnType<typeof skillsOf>;

/**
 * The production use cases, as one worker has them: a cache of its own, a clock of its own, and
 * its turn to wait for at every call of a port.
 */
export function skillsOf(worker: Worker, around: Surroundings) {
  const { stores, carrier, plant, tally } = around;
  const { records: planted, points: plantedPoints, desk: plantedDesk } = plant;
  const clock = plant.clock?.(around.clock) ?? around.clock;
  const honest = countingOvertakes(stores.records, tally);
  const records = inTurn(planted?.(honest) ?? honest, "record", worker);
  const points = inTurn(plantedPoints?.(stores.points) ?? stores.points, "point", worker);
  const profiles = inTurn(stores.profiles, "profile", worker);
  const replies = inTurn(stores.replies, "reply", worker);
  const told = inTurn(around.desk, "desk", worker);
  const desk = plantedDesk?.(told) ?? told;
  const urgent = inTurn(stores.urgent, "urgent queue", worker);
  const listing = inTurn(stores.worklist, "worklist", worker);
  const worklist = plant.worklist?.(listing) ?? listing;
  const { organizations, campaigns, queues, calls } = stores;

  const readRules = createReadRules({ campaigns, organizations, clock });
  const act = createAct({ records, readRules });
  const kick = createKick({ queues, clock });
  const stopPoint = createStopPoint({ act, points, clock });
  const send = carrier.sendersOf(worker, () => clock.now(), plant.send ?? ((real) => real));
  const isFenced = createFence({ organizations, clock, epoch: 1 });
  const tripBreaker = createTripBreaker({ organizations, tripped: () => undefined });
  const recipients = "everyone" as const;
  const slowLane = createSlowLane({ paces: createMemoryPaceStore(), clock });
  const contact = {
    ...{ act, profiles, organizations, points, stopPoint, clock },
    ...{ isFenced, tripBreaker, slowLane, recipients },
  };
  const deliver = {
    sms: deliverBySms(send.sms),
    email: deliverByEmail(send.email),
    voice: deliverByCall(send.calls, calls),
  };
  return {
    act,
    clock,
    stopPoint,
    contact: (patient: string, channel: Channel) =>
      createContactPatient({ ...contact, deliver: deliver[channel] })({
        organization: "oak",
        patient,
        channel,
      }),
    advance: createAdvancePatient({ act, clock }),
    raise: createRaiseTasks({ records, worklist, desk, act, clock }),
    receive: createReceiveReply({ act, points, profiles, replies, urgent, kick, clock }),
    resolveTask: createResolveTask({ act, worklist, clock, kick }),
    receipt: createRecordReceipt({ act, clock }),
    release: createReleaseDue({
      records,
      queues,
      clock,
      shards: 1,
      learnt: createMemoryPaceStore(),
    }),
  };
}

function countingOvertakes(real: RecordStore, tally: Tally): RecordStore {
  return {
    ...real,
    async append(change) {
      try {
        await real.append(change);
      } catch (error) {
        if (error instanceof StaleRecord) tally.overtaken += 1;
        throw error;
      }
    },
  };
}
