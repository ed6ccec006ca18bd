import type { DueMessage } from "#contracts/due-message";
import type { EnrollMessage } from "#contracts/enroll-message";
import type { MirrorMessage } from "#contracts/mirror-message";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import type { OrganizationId } from "#domain/patient/profile";
import type { Lane } from "#domain/record/due";
import type {
  CallDirectory,
  CallPlacer,
  CampaignStore,
  CarrierOptOutList,
  Clock,
  ConceptStore,
  EligibilityIndex,
  EmailSender,
  FactStore,
  OrganizationDirectory,
  PaceStore,
  PatientDirectory,
  PointDirectory,
  ProfileStore,
  RecordStore,
  ReplyStore,
  ResolutionStore,
  SmsSender,
  TaskDesk,
  Worklist,
  WorkQueue,
} from "#ports";
import { calledFrom, type Environment } from "./environment.ts";
import type { Plant } from "./plant.ts";
import type { Providers } from "./providers.ts";
import type { Stores } from "./stores.ts";

/** Where the use cases put work. */
export interface WorkQueues {
  readonly lanes: Readonly<Record<Lane, WorkQueue<DueMessage>>>;
  readonly urgent: WorkQueue<UrgentMessage>;
  readonly enroll: WorkQueue<EnrollMessage>;
  readonly mirror: WorkQueue<MirrorMessage>;
  readonly resolve: WorkQueue<ResolveMessage>;
}

/** Every port that a use case may ask for, as one worker reaches it. */
export interface WorkerPorts {
  readonly organization: OrganizationId;
  readonly clock: Clock;
  /** Of the deployment, in the row of the patients' homes. */
  readonly epoch: number;
  readonly records: RecordStore;
  readonly points: PointDirectory;
  readonly desk: TaskDesk;
  readonly worklist: Worklist;
  readonly profiles: ProfileStore;
  readonly patients: PatientDirectory;
  readonly replies: ReplyStore;
  readonly facts: FactStore;
  readonly eligibility: EligibilityIndex;
  readonly campaigns: CampaignStore;
  readonly concepts: ConceptStore;
  readonly organizations: OrganizationDirectory;
  readonly resolutions: ResolutionStore;
  readonly paces: PaceStore;
  readonly calls: CallDirectory;
  readonly carrier: CarrierOptOutList;
  readonly senders: {
    readonly sms: SmsSender;
    readonly email: EmailSender;
    readonly calls: CallPlacer;
  };
  readonly queues: WorkQueues;
}

/** What a worker works with. */
export interface Surroundings {
  readonly stores: Stores;
  readonly providers: Providers;
  readonly queues: WorkQueues;
  readonly plant: Plant;
  readonly epoch: number;
}

/** The ports of a worker in this environment: each call to the outside is one that may fail. */
export function portsOf(
  environment: Environment,
  { stores, providers, queues, plant, epoch }: Surroundings,
): WorkerPorts {
  const stored = <Port extends object>(name: string, port: Port): Port =>
    calledFrom(environment, port, { service: "table", name });
  const queued = <Port extends object>(name: string, port: Port): Port =>
    calledFrom(environment, port, { service: "queues", name });
  const records = stored("record", stores.records);
  const points = stored("point", stores.points);
  const desk = calledFrom(environment, providers.desk, { service: "desk", name: "desk" });
  const organizations = stored("organization", stores.organizations);
  const worklist = stored("worklist", stores.worklist);
  const clock = plant.clock?.(environment.clock) ?? environment.clock;
  return {
    organization: stores.organization,
    clock,
    epoch,
    records: plant.records?.(records) ?? records,
    points: plant.points?.(points) ?? points,
    desk: plant.desk?.(desk) ?? desk,
    worklist: plant.worklist?.(worklist) ?? worklist,
    profiles: stored("profile", stores.profiles),
    patients: stored("patients", stores.profiles),
    replies: stored("reply", stores.replies),
    facts: stored("facts", stores.facts),
    eligibility: stored("eligibility", stores.eligibility),
    campaigns: stored("campaigns", stores.campaigns),
    concepts: stored("concepts", stores.concepts),
    organizations: plant.organizations?.(organizations) ?? organizations,
    resolutions: stored("resolution", stores.resolutions),
    paces: stored("pace", stores.paces),
    calls: stored("calls", stores.calls),
    carrier: calledFrom(environment, providers.list, { service: "list", name: "list" }),
    senders: providers.sendersOf(environment, plant.send ?? ((real) => real)),
    queues: {
      mirror: queued("mirror", queues.mirror),
      urgent: queued("urgent", queues.urgent),
      enroll: queued("enroll", queues.enroll),
      resolve: queued("resolve", queues.resolve),
      lanes: {
        sms: queued("sms", queues.lanes.sms),
        email: queued("email", queues.lanes.email),
        voice: queued("voice", queues.lanes.voice),
        decide: queued("decide", queues.lanes.decide),
        task: queued("task", queues.lanes.task),
      },
    },
  };
}
