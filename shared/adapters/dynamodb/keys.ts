import type { Halt } from "../../domain/contact/halt.ts";
import type { Channel } from "../../domain/patient/contact-point.ts";
import type { TaskName } from "../../domain/task/listed-task.ts";
import { Unrecoverable } from "../../errors.ts";

/** The two parts of an item's key, as both tables name them. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** `#` parts keys, so no id may hold one: a crafted id must not reach another patient's items. */
function safe(id: string): string {
  if (id === "" || id.includes("#")) throw new Unrecoverable("key/bad-id");
  return id;
}

/** All items of one patient share a partition. */
export function patientKey(organization: string, patient: string): string {
  return `${safe(organization)}#${safe(patient)}`;
}

export function recordKey(organization: string, patient: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: "record" };
}

export function profileKey(organization: string, patient: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: "profile" };
}

export function factsKey(organization: string, patient: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: "facts" };
}

/** One part of facts too long for one item. The set keeps one write's parts from another's. */
export function factsPartKey(
  organization: string,
  patient: string,
  set: string,
  part: number,
): ItemKey {
  return { pk: patientKey(organization, patient), sk: `facts#${set}#${padded(part, 3)}` };
}

export function eligibilityKey(organization: string, patient: string, campaign: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: `eligibility#${safe(campaign)}` };
}

/** Partition of the index of persons, by the digest of a name and a birth date. */
export function personKey(organization: string, digest: string): string {
  return `${safe(organization)}#${safe(digest)}`;
}

/** Partition of the eligibility index. */
export function eligibilityStartsKey(organization: string, campaign: string): string {
  return `${safe(organization)}#${safe(campaign)}`;
}

export function contactKey(contact: string): ItemKey {
  return { pk: `contact#${contact}`, sk: "contact" };
}

/** By the digest of its token, from which nobody comes back to the token. */
export function linkKey(digest: string): ItemKey {
  return { pk: `link#${digest}`, sk: "link" };
}

export function replyKey(organization: string, patient: string, reply: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: `reply#${reply}` };
}

export function pointKey(organization: string, point: string): ItemKey {
  return { pk: `${safe(organization)}#point#${safe(point)}`, sk: "point" };
}

/** Whose words one reply from a point are. */
export function pointReplyKey(organization: string, point: string, reply: string): ItemKey {
  return { pk: pointKey(organization, point).pk, sk: `reply#${reply}` };
}

export function campaignVersionKey(
  organization: string,
  campaign: string,
  version: number,
): ItemKey {
  return { pk: `${safe(organization)}#campaign#${safe(campaign)}`, sk: `v${padded(version, 6)}` };
}

/** What a version was made of, beside it. */
export function originKey(organization: string, campaign: string, version: number): ItemKey {
  const { pk, sk } = campaignVersionKey(organization, campaign, version);
  return { pk, sk: `origin#${sk}` };
}

/** All drafts of an organization lie together, and apart from all that may not be taken away. */
export function draftKey(organization: string, campaign: string): ItemKey {
  return { pk: `${safe(organization)}#campaign#drafts`, sk: safe(campaign) };
}

/** The control items of all campaigns lie together: a claim reads them with one query. */
export function campaignControlKey(organization: string, campaign: string): ItemKey {
  return { pk: safe(organization), sk: `control#${safe(campaign)}` };
}

export function settingsKey(organization: string): ItemKey {
  return { pk: safe(organization), sk: "settings" };
}

/** One switch each, so that two who halt at once do not undo each other. */
export function haltKey(organization: string, what: Halt): ItemKey {
  return { pk: safe(organization), sk: `halt#${what}` };
}

/** Of the deployment's identity with the provider, whichever organization it sends for. */
export function slowingKey(lane: Channel): ItemKey {
  return { pk: `pace#${lane}`, sk: "slowing" };
}

/** How many messages the provider took in one hour, which is counted from 1970. */
export function sentKey(lane: Channel, hour: number): ItemKey {
  return { pk: slowingKey(lane).pk, sk: `sent#${padded(hour, 8)}` };
}

export function epochKey(organization: string): ItemKey {
  return { pk: safe(organization), sk: "epoch" };
}

export function conceptsKey(organization: string): ItemKey {
  return { pk: organization, sk: "concepts" };
}

/** The current resolution of the population, and how far each of its slices has come. */
export function resolutionKey(organization: string): ItemKey {
  return { pk: safe(organization), sk: "resolution" };
}

export function resolutionSliceKey(organization: string, slice: number): ItemKey {
  return { pk: safe(organization), sk: `resolution#${padded(slice, 3)}` };
}

export function lineKey(line: string): ItemKey {
  return { pk: `line#${line.toLowerCase()}`, sk: "line" };
}

/** The account of one write of a record: all its rows. */
export function ledgerKey(organization: string, patient: string, revision: number): ItemKey {
  return { pk: patientKey(organization, patient), sk: padded(revision, 10) };
}

/** Whether the rows that bear this batch's name were counted. */
export function ledgerBatchKey(organization: string, batch: string): ItemKey {
  return { pk: `${safe(organization)}#batch#${safe(batch)}`, sk: "batch" };
}

/** The tallies of one version of a campaign, of one week's eligible. */
export function reachKey(
  organization: string,
  campaign: string,
  week: string,
  version: number | string,
): ItemKey {
  return {
    pk: reachPartition(organization),
    sk: `tally#${safe(campaign)}#${safe(week)}#${version}`,
  };
}

/** What a batch adds to the tallies, until it is folded into them. */
export function reachDeltaKey(organization: string, batch: string, part: number): ItemKey {
  return { pk: reachPartition(organization), sk: `delta#${safe(batch)}#${padded(part, 3)}` };
}

/** Partition of all tallies, and of what waits to be added to them. */
export function reachPartition(organization: string): string {
  return `${safe(organization)}#reach`;
}

/** Those who are counted together: a campaign's eligible of one week. */
export function cohortPartition(organization: string, campaign: string, week: string): string {
  return `${safe(organization)}#cohort#${safe(campaign)}#${safe(week)}`;
}

/** One task of a patient in the worklist's table. */
export function taskKey({ organization, patient, id }: TaskName): ItemKey {
  return { pk: patientKey(organization, patient), sk: `task#${id}` };
}

/** What was written about one task; its id comes last, and the note's own behind it. */
export function noteKey({ organization, patient, id }: TaskName, note: string): ItemKey {
  return { pk: patientKey(organization, patient), sk: `note#${id}#${note}` };
}

export function colleagueKey(organization: string, user: string): ItemKey {
  return { pk: safe(organization), sk: `staff#${safe(user)}` };
}

/** One look of somebody at one patient, in a table of its own. */
export function viewKey(
  organization: string,
  patient: string,
  { at, request }: { readonly at: number; readonly request: string },
): ItemKey {
  return { pk: patientKey(organization, patient), sk: `${padded(at, 13)}#${request}` };
}

/** Partition of the worklist's index by queue. */
export function queueKey(organization: string, queue: string): string {
  return `${safe(organization)}#${safe(queue)}`;
}

/** Partition of the worklist's index by who has a task. */
export function holderKey(organization: string, user: string): string {
  return `${safe(organization)}#${safe(user)}`;
}

/** Who an item of a patient's partition belongs to. */
export function ownerOf(pk: string): { readonly organization: string; readonly patient: string } {
  const [organization, patient, more] = pk.split("#");
  if (!organization || !patient || more !== undefined) throw new Unrecoverable("key/bad-owner");
  return { organization, patient };
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
