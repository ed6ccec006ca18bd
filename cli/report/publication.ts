import type { PlannedCampaign, PublicationPlan, Refusal } from "#usecases/plan-publication";
import type { PublicationResult } from "#usecases/publish-organization";

/** What a publication changed, or would: a line for each part of it. */
export function planInWords(id: string, plan: PublicationPlan): readonly string[] {
  return [
    `organization ${id}: ${plan.organization}${inBrackets(plan.settings)}`,
    `concept lists: ${plan.concepts}${inBrackets(plan.lists)}`,
    ...plan.campaigns.map(campaignInWords),
  ];
}

function inBrackets(names: readonly string[]): string {
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

function campaignInWords(campaign: PlannedCampaign): string {
  const { id, change, version, isForOthers, isPaused } = campaign;
  const paused = isPaused ? `; it is paused (\`rounds resume ${id}\`)` : "";
  if (change === "unchanged") return `${id}: unchanged, version ${version}${paused}`;
  if (change === "new") return `${id}: new, version ${version}${paused}`;
  const what = isForOthers ? "another audience or goal" : "other words or steps";
  return `${id}: version ${version}, ${what}${paused}`;
}

/** The same for scripts, one object a line. */
export function planAsRows(id: string, plan: PublicationPlan): readonly object[] {
  return [
    { what: "organization", id, change: plan.organization, settings: plan.settings },
    { what: "concepts", change: plan.concepts, lists: plan.lists },
    ...plan.campaigns.map((campaign) => ({ what: "campaign", ...campaign })),
  ];
}

/** Whether a plan says that everybody is to be solved again. */
export function isForOthers({ concepts, campaigns }: PublicationPlan): boolean {
  return concepts !== "unchanged" || campaigns.some((campaign) => campaign.isForOthers);
}

export const solvedInWords: Readonly<Record<PublicationResult["solved"], string>> = {
  everybody: "Audiences: everybody who was imported is looked at again.",
  rest: "Audiences: an earlier look at everybody is not done; what is left of it goes on.",
  nobody: "Audiences: unchanged.",
};

/** Why nothing was published, and what to do. */
export function refusalInWords(refusal: Refusal): string {
  const { campaign } = refusal;
  switch (refusal.is) {
    case "earlier":
      return (
        `${campaign} has the words of version ${refusal.version}, and a later one is live: these ` +
        "files may be behind. Take the files of the live one, or say --earlier to go back to these " +
        "words in a further version."
      );
    case "taken":
      return (
        `${campaign} has a version ${refusal.version} in the table that was never made live, and a ` +
        "version is not written twice: patients may be pinned to it. The table was restored or " +
        "edited in part: restore its item of the live version too, or publish under another `id`."
      );
    case "no-concept":
      return (
        `${campaign} asks for \`${refusal.concept}\`, and no list of that name is given: with its ` +
        "lists gone it would find nobody. Give the folder that has it by --concepts."
      );
  }
}
