import { type StaffRim, staffHandler } from "#adapters/lambda/staff-handler";
import type { DescribeMember } from "#usecases/describe-member";
import type { ListCampaigns } from "#usecases/list-campaigns";

export interface StaffUseCases {
  readonly describeMember: DescribeMember;
  readonly listCampaigns: ListCampaigns;
}

/** Answers what staff ask, each of their own organization. */
export function createHandler(rim: StaffRim, { describeMember, listCampaigns }: StaffUseCases) {
  return staffHandler(rim, {
    "GET /v1/me": async (member) => (await describeMember(member)) ?? "not-allowed",
    "GET /v1/campaigns": async ({ organization }) => ({
      campaigns: await listCampaigns(organization),
    }),
  });
}
