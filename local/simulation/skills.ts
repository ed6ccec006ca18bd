import type { GatheredPatient } from "#contracts/fhir/gathering";
import type { Channel } from "#domain/patient/contact-point";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import { createAct } from "#usecases/act";
import { createAdvancePatient } from "#usecases/advance-patient";
import {
  createContactPatient,
  deliverByCall,
  deliverByEmail,
  deliverBySms,
} from "#usecases/contact-patient";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createFence } from "#usecases/fence";
import { createImportPatient } from "#usecases/import-patient";
import { inTurns } from "#usecases/in-turns";
import { createKick } from "#usecases/kick";
import { onLiveAudiences } from "#usecases/live-audiences";
import { createMirrorOptOuts } from "#usecases/mirror-opt-outs";
import { createMirroringAct } from "#usecases/mirroring-act";
import { createOpenLine } from "#usecases/open-line";
import { createPublishCampaigns } from "#usecases/publish-campaigns";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createReadRules } from "#usecases/read-rules";
import { createReceiveReply } from "#usecases/receive-reply";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createReleaseDue } from "#usecases/release-due";
import { createResolveNow } from "#usecases/resolve-now";
import { createResolvePatient } from "#usecases/resolve-patient";
import { createResolvePatients } from "#usecases/resolve-patients";
import { createResolveTask } from "#usecases/resolve-task";
import { createSelectPatients } from "#usecases/select-patients";
import { createSettlePatient } from "#usecases/settle-patient";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker } from "#usecases/trip-breaker";
import { shards } from "./stores.ts";
import type { WorkerPorts } from "./worker-ports.ts";

export type Skills = ReturnType<typeof skillsOf>;

/** Patients whom an import writes at the same time. */
const atOnce = 4;

/** An invocation begins no further page after this. Ms. */
const workMs = 60_000;

/**
 * The production use cases, as one worker has them: composed as in `shared/composition`, with
 * caches of its own.
 */
export function skillsOf({ organization, ...ports }: WorkerPorts) {
  const { clock, records, points, profiles, eligibility, facts, queues } = ports;
  const readRules = createReadRules(ports);
  const plainAct = createAct({ records, readRules });
  const act = createMirroringAct({ act: plainAct, mirror: queues.mirror });
  const kick = createKick({ queues: queues.lanes, clock });
  const stopPoint = createStopPoint({ act, points, clock });
  const settle = createSettlePatient({ act, eligibility });
  const resolvePatient = createResolvePatient({ profiles, facts, settle });
  const resolve = createResolveNow({ ...ports, resolvePatient });
  const importPatient = createImportPatient({ settle, profiles, facts, points });
  const openLine = createOpenLine({ act, carrier: ports.carrier, mirror: queues.mirror });
  const { organizations, paces } = ports;
  const contact = {
    ...{ ...ports, act, stopPoint, recipients: "everyone" as const },
    isFenced: createFence({ organizations, clock, epoch: ports.epoch }),
    tripBreaker: createTripBreaker({ organizations, tripped: () => undefined }),
    slowLane: createSlowLane({ paces, clock }),
  };
  const { senders } = ports;
  const over = {
    sms: createContactPatient({ ...contact, deliver: deliverBySms(senders.sms) }),
    email: createContactPatient({ ...contact, deliver: deliverByEmail(senders.email) }),
    voice: createContactPatient({ ...contact, deliver: deliverByCall(senders.calls, ports.calls) }),
  };
  const solveSlice = createResolvePatients({ ...ports, resolvePatient });
  return {
    ...{ act, stopPoint, clock },
    resume: ports.organizations.resume,
    advance: createAdvancePatient({ act, clock }),
    contact: (patient: PatientId, channel: Channel) =>
      over[channel]({ organization, patient, channel }),
    raise: createRaiseTasks({ ...ports, records, act: plainAct, clock }),
    release: createReleaseDue({ records, queues: queues.lanes, clock, shards, learnt: paces }),
    select: createSelectPatients({ ...ports, queue: queues.enroll }),
    enroll: createEnrollPatient({ act, eligibility, profiles, resolve, kick, clock }),
    publish: createPublishCampaigns({ ...ports, queue: queues.resolve }),
    async solve(id: OrganizationId, { resolution, slice }: { resolution: string; slice: number }) {
      const stopAt = clock.now() + workMs;
      await solveSlice({ organization: id, resolution, slice, stopAt });
    },
    /** What a chunk of a file brings, without the file. */
    async take(gathered: readonly GatheredPatient[]) {
      const settings = await ports.organizations.load(organization);
      const zone = settings?.business.zone ?? "UTC";
      await onLiveAudiences(ports, organization, async (audiences) => {
        const context = { ...audiences, organization, at: clock.now(), zone };
        await inTurns(gathered, atOnce, async (one) => void (await importPatient(one, context)));
      });
    },
    receive: createReceiveReply({ ...ports, act, kick, openLine, urgent: queues.urgent }),
    receipt: createRecordReceipt({ act, clock }),
    mirror: createMirrorOptOuts({ ...ports }),
    resolveTask: createResolveTask({ act, worklist: ports.worklist, clock, kick }),
  };
}
