import { createMemoryCallDirectory } from "#adapters/memory/call-directory";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryEligibilityIndex } from "#adapters/memory/eligibility-index";
import { createMemoryFileStore } from "#adapters/memory/file-store";
import { createMemoryLedgerStore } from "#adapters/memory/ledger-store";
import { createMemoryOptOutList } from "#adapters/memory/opt-out-list";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryPaceStore } from "#adapters/memory/pace-store";
import { createMemoryPointDirectory } from "#adapters/memory/point-directory";
import { createMemoryProfileStore } from "#adapters/memory/profile-store";
import {
  type Answer,
  createMemoryEmailSender,
  createMemorySmsSender,
  createMemoryTaskDesk,
  type Sms,
} from "#adapters/memory/provider";
import { createMemoryRecordStore } from "#adapters/memory/record-store";
import { createMemoryReplyStore } from "#adapters/memory/reply-store";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { createMemoryWorklist } from "#adapters/memory/worklist";
import type { DueMessage } from "#contracts/due-message";
import type { EnrollMessage } from "#contracts/enroll-message";
import type { MirrorMessage } from "#contracts/mirror-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import type { Campaign } from "#domain/campaign/campaign";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Recipients } from "#domain/contact/recipients";
import type { LedgerRow } from "#domain/ledger/row";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import { pointId } from "#domain/patient/point-id";
import { type Profile, reachability } from "#domain/patient/profile";
import { type Lane, lanes } from "#domain/record/due";
import { noticeKinds } from "#domain/record/notice";
import { dayOf } from "#domain/time";
import type { CarrierOptOutList } from "#ports";
import { createAct } from "#usecases/act";
import { createAdvancePatient } from "#usecases/advance-patient";
import { createContactPatient, deliverBySms } from "#usecases/contact-patient";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createFence } from "#usecases/fence";
import { createImportOptOuts } from "#usecases/import-opt-outs";
import { createKick } from "#usecases/kick";
import { createMirrorOptOuts } from "#usecases/mirror-opt-outs";
import { createMirroringAct } from "#usecases/mirroring-act";
import { createOpenLine } from "#usecases/open-line";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createReadRules } from "#usecases/read-rules";
import { createReceiveReply } from "#usecases/receive-reply";
import { createRecordReceipt } from "#usecases/record-receipt";
import { createReleaseDue } from "#usecases/release-due";
import { createSelectPatients } from "#usecases/select-patients";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker, type Tripped } from "#usecases/trip-breaker";
import { campaign } from "./a-campaign.ts";
import { monday } from "./a-record.ts";

const notices: NoticeBook = {
  en: Object.fromEntries(
    noticeKinds.map((kind) => [
      kind,
      { sms: `{clinic} ${kind}`, email: { subject: kind, text: kind } },
    ]),
  ) as never,
};

export const oak: Organization = {
  id: "oak",
  name: "Oak Clinic",
  phone: "+18005550100",
  lines: ["+12025550100", "care@oak.example"],
  postalAddress: "12 Oak Street, Springfield, IL 62701",
  business: { zone: "America/New_York", opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
  hasAfterHoursDesk: true,
  policy: { ...defaultPolicy, spreadMinutes: 0 },
  notices,
};

export function profile(overrides: Partial<Profile> = {}): Profile {
  const mobile = "+12025550111";
  return {
    organization: "oak",
    patient: "p1",
    given: "Maria",
    family: "Alvarez",
    language: "en",
    isLanguageKnown: true,
    zones: ["America/New_York"],
    states: ["DC"],
    points: [{ id: pointId(mobile), kind: "mobile", address: mobile }],
    ...overrides,
  };
}

/** A whole clinic on memory adapters: every use case, and a carrier that can be told to fail. */
export async function clinic(
  options: {
    readonly carrier?: Answer<Sms>;
    readonly campaigns?: readonly Campaign[];
    readonly shards?: number;
    /** How the carrier takes numbers off its list, when a test has it fail. */
    readonly unlisting?: Pick<CarrierOptOutList, "remove">;
  } = {},
) {
  const clock = createManualClock(monday);
  const rows: LedgerRow[] = [];
  const records = createMemoryRecordStore({
    shards: options.shards ?? 1,
    published: ({ after, events, inputs }) => {
      const { organization, patient, revision } = after;
      events.forEach((event, index) => {
        rows.push({ organization, patient, revision, index, inputs, event });
      });
    },
  });
  const organizations = createMemoryOrganizationDirectory();
  const campaigns = createMemoryCampaignStore();
  const points = createMemoryPointDirectory();
  const profiles = createMemoryProfileStore();
  const replies = createMemoryReplyStore();
  const eligibility = createMemoryEligibilityIndex();
  const ledger = createMemoryLedgerStore();
  const calls = createMemoryCallDirectory();
  const files = createMemoryFileStore();
  const carrier = createMemorySmsSender(options.carrier);
  const mail = createMemoryEmailSender();
  const desk = createMemoryTaskDesk();
  const list = createMemoryOptOutList(clock);
  const worklist = createMemoryWorklist();
  const urgent = createMemoryWorkQueue<UrgentMessage>();
  const enrolls = createMemoryWorkQueue<EnrollMessage>();
  const queues = Object.fromEntries(
    lanes.map((lane) => [lane, createMemoryWorkQueue<DueMessage>()]),
  ) as Readonly<Record<Lane, ReturnType<typeof createMemoryWorkQueue<DueMessage>>>>;
  await organizations.save(oak);
  for (const one of options.campaigns ?? [campaign()]) await campaigns.publish("oak", one);

  const readRules = createReadRules({ campaigns, organizations, clock });
  const mirror = createMemoryWorkQueue<MirrorMessage>();
  const act = createMirroringAct({ act: createAct({ records, readRules }), mirror });
  const kick = createKick({ queues, clock });
  const stopPoint = createStopPoint({ act, points, clock });
  const isFenced = createFence({ organizations, clock, epoch: 1 });
  const recipients: Recipients = "everyone";
  const trips: Tripped[] = [];
  const tripBreaker = createTripBreaker({ organizations, tripped: (what) => trips.push(what) });
  const learnt = createMemoryPaceStore();
  const slowLane = createSlowLane({ paces: learnt, clock });
  const contact = {
    ...{ act, profiles, organizations, points, stopPoint, clock },
    ...{ isFenced, tripBreaker, slowLane, recipients },
  };
  return {
    clock,
    rows,
    records,
    organizations,
    campaigns,
    points,
    profiles,
    replies,
    eligibility,
    ledger,
    calls,
    files,
    carrier,
    mail,
    desk,
    list,
    worklist,
    mirror,
    urgent,
    enrolls,
    queues,
    act,
    sendSms: createContactPatient({ ...contact, deliver: deliverBySms(carrier) }),
    advance: createAdvancePatient({ act, clock }),
    release: createReleaseDue({
      records,
      queues,
      clock,
      shards: options.shards ?? 1,
      learnt,
    }),
    raise: createRaiseTasks({ records, worklist, desk, act, clock }),
    receive: createReceiveReply({
      ...{ act, points, profiles, replies, urgent, kick, clock },
      openLine: createOpenLine({ act, mirror, carrier: options.unlisting ?? list }),
    }),
    receipt: createRecordReceipt({ act, clock }),
    stopPoint,
    isFenced,
    recipients,
    learnt,
    slowLane,
    tripBreaker,
    trips,
    mirrorOptOuts: createMirrorOptOuts({ records, profiles, points, carrier: list, clock }),
    importOptOuts: createImportOptOuts({ act, stopPoint, organizations, files, clock }),
    select: createSelectPatients({ campaigns, organizations, eligibility, queue: enrolls, clock }),
    enroll: createEnrollPatient({
      act,
      eligibility,
      profiles,
      kick,
      clock,
      resolve: async () => undefined,
    }),
    /** A patient known to the clinic, as an import leaves one. */
    async admit(person: Profile = profile()) {
      await profiles.save(person);
      for (const point of person.points) await points.link("oak", point.id, person.patient);
      const reach = reachability(person, { today: dayOf(clock.now(), oak.business.zone) });
      await act("oak", person.patient, () => [{ type: "change-profile", at: clock.now(), reach }]);
      return person;
    },
    async enrollDirectly(patient = "p1", id = "screening/check") {
      const ref = { campaign: id, version: 1 };
      await act(
        "oak",
        patient,
        () => [{ type: "enroll", at: clock.now(), ...ref, episode: "2026-11-01" }],
        [ref],
      );
    },
  };
}
