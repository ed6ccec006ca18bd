import { type StaffRim, staffHandler } from "#adapters/lambda/staff-handler";
import type { StaffUseCases } from "#composition/staff";
import { refused, told, toldOf } from "#contracts/api/outcome";
import { campaignAt } from "#usecases/staff/campaign-path";

/** Answers what staff ask, each of their own organization. */
export function createHandler(rim: StaffRim, uses: StaffUseCases) {
  return staffHandler(rim, {
    "GET /v1/me": async ({ member }) => {
      const me = await uses.describeMember(member);
      return me ? told(me) : refused("not-allowed");
    },
    "GET /v1/campaigns": async ({ member }) =>
      told({ campaigns: await uses.listCampaigns(member.organization) }),
    "GET /v1/campaigns/{family}/{name}": async ({ member, path }) => {
      const campaign = await uses.describeCampaign(member.organization, campaignAt(path));
      return campaign ? told(campaign) : refused("no-such-campaign");
    },
    "GET /v1/drafts": ({ member }) => uses.listDrafts(member),
    "GET /v1/campaigns/{family}/{name}/draft": ({ member, path }) => uses.showDraft(member, path),
    "PUT /v1/campaigns/{family}/{name}/draft": ({ member, path, body }) =>
      uses.saveDraft(member, path, body),
    "POST /v1/campaigns/{family}/{name}/draft/submit": ({ member, path, body }) =>
      uses.submitDraft(member, path, body),
    "POST /v1/campaigns/{family}/{name}/draft/discard": ({ member, path, body }) =>
      uses.discardDraft(member, path, body),
    "POST /v1/campaigns/{family}/{name}/draft/return": ({ member, path, body }) =>
      uses.returnDraft(member, path, body),
    "POST /v1/campaigns/{family}/{name}/draft/publish": ({ member, path, body }) =>
      uses.publishDraft(member, path, body),
    "GET /v1/campaigns/{family}/{name}/versions": ({ member, path }) =>
      uses.showVersions(member, path),
    "GET /v1/campaigns/{family}/{name}/versions/{version}": ({ member, path }) =>
      uses.showVersion(member, path),
    "POST /v1/campaigns/{family}/{name}/pause": ({ member, path }) =>
      uses.pauseCampaign(member, path),
    "POST /v1/campaigns/{family}/{name}/resume": ({ member, path }) =>
      uses.resumeCampaign(member, path),
    "GET /v1/switches": ({ member }) => uses.showSwitches(member),
    "POST /v1/switches/halt": ({ member, body }) => uses.haltContacts(member, body),
    "POST /v1/switches/resume": ({ member, body }) => uses.resumeContacts(member, body),
    "GET /v1/tasks": ({ member, query }) => uses.listTasks(member, query),
    "GET /v1/tasks/{task}": ({ member, path }) => uses.showTaskContext(member, path.task),
    "POST /v1/tasks/{task}/claim": ({ member, path, body }) =>
      uses.claimTask(member, path.task, body),
    "POST /v1/tasks/{task}/release": ({ member, path, body }) =>
      uses.releaseTask(member, path.task, body),
    "POST /v1/tasks/{task}/hand-over": ({ member, path, body }) =>
      uses.handOverTask(member, path.task, body),
    "POST /v1/tasks/{task}/outcome": ({ member, path, body }) =>
      uses.closeTask(member, path.task, body),
    "POST /v1/tasks/{task}/notes": ({ member, path, body }) =>
      uses.writeNote(member, path.task, body),
    "GET /v1/colleagues": ({ member }) => uses.listColleagues(member),
    "POST /v1/patients/search": ({ member, body }) => uses.searchPatients(member, body),
    "GET /v1/patients/{patient}": ({ member, path }) => uses.showPatient(member, path.patient),
    "GET /v1/patients/{patient}/timeline": ({ member, path, query }) =>
      uses.showTimeline(member, path.patient, query),
    "POST /v1/patients/{patient}/permissions": ({ member, path, body }) =>
      uses.changePermission(member, path.patient, body),
    "GET /v1/patients/{patient}/views": ({ member, path, query }) =>
      uses.listViews(member, path.patient, query),
    "POST /v1/campaigns/{family}/{name}/preview": ({ member, path, body }) =>
      uses.previewLive(member, path, body),
    "POST /v1/patients/{patient}/preview": ({ member, path, body }) =>
      uses.previewPatient(member, path.patient, body),
    "GET /v1/campaigns/{family}/{name}/forecast": ({ member, path, query }) =>
      uses.forecastLive(member, path, query),
    "GET /v1/reach": async ({ member, query }) => told(await uses.reportReach(member, query)),
    "GET /v1/reach/people": async ({ member, query }) => {
      const page = await uses.listReachPeople(member, query);
      if (page === "bad-request") return refused(page, { at: "query.cursor" });
      if (page === "not-allowed") return refused(page);
      return toldOf(
        page.people.map(({ patient }) => patient),
        page,
      );
    },
  });
}
