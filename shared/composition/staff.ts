import type { ResolveMessage } from "#contracts/resolve-message";
import type {
  CampaignStore,
  Clock,
  ConceptStore,
  DraftStore,
  FactStore,
  LedgerStore,
  NoteStore,
  OrganizationDirectory,
  OriginStore,
  PatientDirectory,
  PersonIndex,
  PointDirectory,
  ProfileStore,
  RecordStore,
  ReplyStore,
  ResolutionStore,
  StaffRoster,
  ViewLog,
  Worklist,
  WorkQueue,
} from "#ports";
import type { Act } from "#usecases/act";
import { createDescribeMember } from "#usecases/describe-member";
import type { Kick } from "#usecases/kick";
import { createListCampaigns } from "#usecases/list-campaigns";
import { createListReachPeople } from "#usecases/list-reach-people";
import { createReportReach } from "#usecases/report-reach";
import { createResolveTask } from "#usecases/resolve-task";
import { createChangeDraft } from "#usecases/staff/change-draft";
import {
  createClaimTask,
  createHandOverTask,
  createReleaseTask,
} from "#usecases/staff/change-hands";
import { createChangePermission } from "#usecases/staff/change-permission";
import { createCloseTask } from "#usecases/staff/close-task";
import { createDescribeCampaign } from "#usecases/staff/describe-campaign";
import { createFindTask } from "#usecases/staff/find-task";
import { createForecastCampaign } from "#usecases/staff/forecast-campaign";
import { createJudgeDraft } from "#usecases/staff/judge-draft";
import { createListColleagues } from "#usecases/staff/list-colleagues";
import { createListTasks } from "#usecases/staff/list-tasks";
import { createListViews } from "#usecases/staff/list-views";
import { createOpenPatient } from "#usecases/staff/open-patient";
import { createPreviewCampaign } from "#usecases/staff/preview-campaign";
import { createPublishDraft } from "#usecases/staff/publish-draft";
import { createReadDrafts } from "#usecases/staff/read-drafts";
import { createSearchPatients } from "#usecases/staff/search-patients";
import { createShowHistory } from "#usecases/staff/show-history";
import { createShowPatient } from "#usecases/staff/show-patient";
import { createShowTaskContext } from "#usecases/staff/show-task-context";
import { createShowTimeline } from "#usecases/staff/show-timeline";
import { createFindCampaign, createShowTask } from "#usecases/staff/task-rows";
import { createStaffSwitches } from "#usecases/staff/turn-switches-for-staff";
import { createWriteNote } from "#usecases/staff/write-note";
import { createStopPoint } from "#usecases/stop-point";

/** All that staff may reach, of whatever kind it is. */
export interface StaffPorts {
  readonly campaigns: Pick<CampaignStore, "live" | "version" | "setPaused" | "publish">;
  readonly origins: OriginStore;
  readonly drafts: DraftStore;
  readonly resolutions: ResolutionStore;
  /** To have everybody looked at again whom a published draft is for. */
  readonly queue: WorkQueue<ResolveMessage>;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly organizations: Pick<OrganizationDirectory, "load" | "halts" | "halt" | "resume">;
  readonly profiles: Pick<ProfileStore, "load">;
  readonly facts: Pick<FactStore, "load">;
  readonly patients: PatientDirectory;
  readonly persons: PersonIndex;
  readonly points: PointDirectory;
  readonly records: Pick<RecordStore, "load">;
  readonly replies: Pick<ReplyStore, "of">;
  readonly ledger: Pick<LedgerStore, "of" | "latest" | "reach" | "cohort">;
  readonly worklist: Worklist;
  readonly notes: NoteStore;
  readonly roster: StaffRoster;
  readonly views: Pick<ViewLog, "page">;
  readonly act: Act;
  readonly kick: Kick;
  readonly clock: Clock;
}

export type StaffUseCases = ReturnType<typeof staffUseCases>;

/** What is done for staff, on these ports. */
export function staffUseCases(ports: StaffPorts) {
  const findCampaign = createFindCampaign(ports.campaigns, ports.clock);
  const inner = {
    ...ports,
    findCampaign,
    showTask: createShowTask(findCampaign),
    findTask: createFindTask(ports),
    openPatient: createOpenPatient(ports),
    stopPoint: createStopPoint(ports),
    resolveTask: createResolveTask(ports),
  };
  const drafting = { ...ports, judge: createJudgeDraft(ports) };
  return {
    describeMember: createDescribeMember(ports),
    listCampaigns: createListCampaigns(ports),
    describeCampaign: createDescribeCampaign(ports),
    listTasks: createListTasks(inner),
    showTaskContext: createShowTaskContext(inner),
    claimTask: createClaimTask(inner),
    releaseTask: createReleaseTask(inner),
    handOverTask: createHandOverTask(inner),
    closeTask: createCloseTask(inner),
    writeNote: createWriteNote(inner),
    listColleagues: createListColleagues(inner),
    searchPatients: createSearchPatients(inner),
    showPatient: createShowPatient(inner),
    showTimeline: createShowTimeline(inner),
    changePermission: createChangePermission(inner),
    listViews: createListViews(inner),
    reportReach: createReportReach(ports),
    listReachPeople: createListReachPeople(ports),
    ...createStaffSwitches(ports),
    ...createPreviewCampaign(inner),
    ...createForecastCampaign(inner),
    ...createReadDrafts(ports),
    ...createChangeDraft(drafting),
    publishDraft: createPublishDraft(drafting),
    ...createShowHistory(ports),
  };
}
