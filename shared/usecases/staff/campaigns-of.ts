import type { Campaign } from "#domain/campaign/campaign";
import type { Enrollment, PatientRecord, RecentTouch } from "#domain/record/record";
import { touchKey } from "#domain/record/touch";
import type { FindCampaign } from "./task-rows.ts";

/** The campaigns that a patient is or was lately in, by the version that they met where it is known. */
export interface MetCampaigns {
  ofEnrollment(enrollment: Enrollment): Campaign | undefined;
  ofTouch(touch: RecentTouch): Campaign | undefined;
}

export async function campaignsOf(
  find: FindCampaign,
  record: PatientRecord,
): Promise<MetCampaigns> {
  const { organization, enrollments, touches } = record;
  const enrolled = new Map<Enrollment, Campaign | undefined>();
  const sent = new Map<string, Campaign | undefined>();
  await Promise.all([
    ...enrollments.map(async (one) => {
      enrolled.set(one, await find(organization, one.campaign, one.version));
    }),
    ...touches.map(async ({ touch, isNotice }) => {
      if (isNotice) return;
      const version = enrollments.find(
        ({ campaign, episode }) => campaign === touch.campaign && episode === touch.episode,
      )?.version;
      sent.set(touchKey(record, touch), await find(organization, touch.campaign, version));
    }),
  ]);
  return {
    ofEnrollment: (enrollment) => enrolled.get(enrollment),
    ofTouch: ({ touch }) => sent.get(touchKey(record, touch)),
  };
}
