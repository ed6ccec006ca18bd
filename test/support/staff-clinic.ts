import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { createMemoryDraftStore } from "#adapters/memory/draft-store";
import { createMemoryFactStore } from "#adapters/memory/fact-store";
import { createMemoryLedgerStore } from "#adapters/memory/ledger-store";
import { createMemoryNoteStore } from "#adapters/memory/note-store";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryPointDirectory } from "#adapters/memory/point-directory";
import { createMemoryProfileStore } from "#adapters/memory/profile-store";
import { createMemoryTaskDesk } from "#adapters/memory/provider";
import { createMemoryRecordStore } from "#adapters/memory/record-store";
import { createMemoryReplyStore } from "#adapters/memory/reply-store";
import { createMemoryResolutionStore } from "#adapters/memory/resolution-store";
import { createMemoryStaffRoster } from "#adapters/memory/staff-roster";
import { createMemoryViewLog } from "#adapters/memory/view-log";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { createMemoryWorklist } from "#adapters/memory/worklist";
import { type StaffPorts, staffUseCases } from "#composition/staff";
import { formatTaskRef } from "#contracts/api/task-ref";
import type { MirrorMessage } from "#contracts/mirror-message";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import { pointId } from "#domain/patient/point-id";
import { type Profile, reachability } from "#domain/patient/profile";
import { dayFrom, dayOf } from "#domain/time";
import { rowsIn } from "#local/simulation/change-rows";
import type { ViewLog } from "#ports";
import { createAct } from "#usecases/act";
import { createMirroringAct } from "#usecases/mirroring-act";
import { createPublishLedger } from "#usecases/publish-ledger";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createReadRules } from "#usecases/read-rules";
import { createReceiveReply } from "#usecases/receive-reply";
import { createHandler } from "../../functions/staff-api/handler.ts";
import { campaign } from "./a-campaign.ts";
import { oak, profile } from "./a-clinic.ts";
import { monday } from "./a-record.ts";
import { type StaffRequest, staffRequest, tokens } from "./a-staff-request.ts";
import { rim } from "./lambda.ts";

export const clinics = ["oak", "elm"] as const;
export type ClinicName = (typeof clinics)[number];

/** The same number in both clinics, and another of each. */
export const mobile = "+12025550111";
export const ownNumber = { oak: "+12025550121", elm: "+12025550122" } as const;

/** The ids that both clinics gave to one patient each; of elm's, oak knows nothing. */
const patient = "p1";

/** Two clinics in one region, each with a campaign, a patient, and that patient's tasks. */
export async function staffClinic(
  overrides: Partial<Omit<StaffPorts, "views">> & { readonly views?: ViewLog } = {},
) {
  const clock = createManualClock(monday);
  const ledger = createMemoryLedgerStore();
  const publish = createPublishLedger({ ledger });
  const records = createMemoryRecordStore({
    published: (change) => void publish([rowsIn(change)]),
  });
  const organizations = createMemoryOrganizationDirectory();
  const campaigns = createMemoryCampaignStore();
  const [points, profiles] = [createMemoryPointDirectory(), createMemoryProfileStore()];
  const replies = createMemoryReplyStore();
  const mirror = createMemoryWorkQueue<MirrorMessage>();
  const resolving = createMemoryWorkQueue<ResolveMessage>();
  const urgent = createMemoryWorkQueue<UrgentMessage>();
  const readRules = createReadRules({ campaigns, organizations, clock });
  const act = createMirroringAct({ act: createAct({ records, readRules }), mirror });
  const kick = async () => undefined;
  const [worklist, desk] = [createMemoryWorklist(), createMemoryTaskDesk()];
  const raise = createRaiseTasks({ records, worklist, desk, act, clock });
  const hear = createReceiveReply({ act, points, profiles, replies, urgent, kick, clock });
  const views = createMemoryViewLog();
  const concepts = createMemoryConceptStore();
  const ports: StaffPorts = {
    ...{
      campaigns,
      organizations,
      profiles,
      patients: profiles,
      persons: profiles,
      points,
      records,
      replies,
      ledger,
    },
    ...{ worklist, notes: createMemoryNoteStore(), roster: createMemoryStaffRoster() },
    ...{ views, act, kick, clock, concepts, facts: createMemoryFactStore() },
    ...{ origins: campaigns.origins, drafts: createMemoryDraftStore() },
    ...{ resolutions: createMemoryResolutionStore(), queue: resolving },
  };

  const admit = async (person: Profile): Promise<void> => {
    const { organization, patient: id } = person;
    await profiles.save(person);
    for (const point of person.points) await points.link(organization, point.id, id);
    const reach = reachability(person, { today: dayOf(clock.now(), "America/New_York") });
    await act(organization, id, () => [{ type: "change-profile", at: clock.now(), reach }]);
  };
  const say = (organization: string, reply: string, text: string, from: string = mobile) =>
    hear({
      ...{ organization, reply, text, channel: "sms" },
      from: { point: pointId(from), address: from },
    });

  for (const id of clinics) {
    await organizations.save({ ...oak, id, name: `Clinic ${id}`, lines: [`care@${id}.example`] });
    await campaigns.publish(id, campaign({ title: `Reminder of ${id}`, start: "book" }));
    await admit(personOf(id));
    const ref = { campaign: "screening/check", version: 1, episode: "2026-11-23" };
    await act(id, patient, () => [{ type: "enroll", at: clock.now(), ...ref }], [ref]);
    await say(id, `reply-${id}`, `My chest hurts, says ${id}`);
    await raise(id, patient);
  }

  const refs = async (organization: string) => {
    const record = await records.load(organization, patient);
    return (record?.tasks ?? []).map(({ id }) => formatTaskRef({ patient, id }));
  };
  const edge = rim();
  const uses = staffUseCases({ ...ports, ...overrides });
  const handler = createHandler(
    { log: edge.log, tokens, clock, views: overrides.views ?? views },
    uses,
  );
  let asked = 0;
  return {
    ...{ clock, records, organizations, campaigns, points, profiles, replies, ledger, worklist },
    ...{ act, mirror, raise, say, admit, handler, lines: edge.lines, patient },
    ...{ ports, uses, notes: ports.notes, roster: ports.roster },
    ...{ views, concepts, resolving },
    /** The step's task, and the red flag's. */
    refs,
    ask: async (request: StaffRequest) => {
      const { requestContext, ...event } = staffRequest(request);
      asked += 1;
      const context = { ...requestContext, requestId: `request-${asked}` };
      const { statusCode, headers, body } = await handler({ ...event, requestContext: context });
      return { statusCode, headers, body: JSON.parse(body), text: body };
    },
  };
}

export type StaffClinic = Awaited<ReturnType<typeof staffClinic>>;

function personOf(organization: ClinicName): Profile {
  const numbers = [mobile, ownNumber[organization]];
  return profile({
    ...{ organization, patient, given: `Maria${organization}`, family: `Álvarez-${organization}` },
    birthDate: dayFrom(1961, 2, 28),
    points: numbers.map((address) => ({ id: pointId(address), kind: "mobile", address })),
  });
}
