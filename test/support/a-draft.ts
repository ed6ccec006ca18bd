import type { Deed } from "#domain/campaign/origin";
import { monday } from "./a-record.ts";
import { campaignTexts } from "./campaign-source.ts";
import type { StaffClinic } from "./staff-clinic.ts";

export const checkId = "screening/check";
export const checkPath = { family: "screening", name: "check" };
export const checkTexts = campaignTexts(checkId);

/** A file of it with some words in the place of others. */
export function withWords(from: string, to: string, file = "campaign.yaml") {
  const text = checkTexts[file] ?? "";
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`);
  return { ...checkTexts, [file]: text.replace(from, to) };
}

export function deed(user: string, overrides: Partial<Deed> = {}): Deed {
  return { user, name: `${user}@oak.example`, at: monday, ...overrides };
}

const base = "/v1/campaigns/{family}/{name}/draft";

/** What two people of a clinic do to a draft: Maya writes, Ana approves. */
export function draftersAt({ ask, concepts }: StaffClinic, organization = "oak") {
  const asked = (user: string, group: string) => (route: string, body?: object, path?: object) =>
    ask({
      ...{ route, organization, user, groups: `[${group}]`, path: { ...checkPath, ...path } },
      ...(body === undefined ? {} : { body }),
    });
  const maya = asked("maya", "care-manager");
  const ana = asked("ana", "approver");
  return {
    maya,
    ana,
    asked,
    /** The lists without which no audience of it can be solved. */
    prepare: () => concepts.save(organization, [{ name: "mammogram", codes: ["cpt|77067"] }]),
    open: () => maya(`GET ${base}`),
    save: (version: number, texts: object = checkTexts, basedOn = 1) =>
      maya(`PUT ${base}`, { version, basedOn, texts }),
    submit: (version: number, why = "New words.") => maya(`POST ${base}/submit`, { version, why }),
    giveBack: (version: number, why = "Too long.") => ana(`POST ${base}/return`, { version, why }),
    publish: (version: number, why = "Read and right.") =>
      ana(`POST ${base}/publish`, { version, why }),
    discard: (version: number) => maya(`POST ${base}/discard`, { version }),
    versions: () => ana("GET /v1/campaigns/{family}/{name}/versions"),
    version: (version: number) =>
      ana("GET /v1/campaigns/{family}/{name}/versions/{version}", undefined, {
        version: String(version),
      }),
  };
}
