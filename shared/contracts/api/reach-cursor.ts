import * as z from "zod/mini";
import { weekPattern } from "../../domain/reach/week.ts";
import { campaignId } from "../ids.ts";
import { readJson } from "../parsed.ts";

/** Where a list of people behind a number goes on: after a place in a cohort. */
export interface ReachPlace {
  readonly campaign: string;
  readonly week: string;
  /** Of the cohort's list; tells nothing of a patient. */
  readonly after: string;
}

const Place = z.tuple([
  campaignId,
  z.string().check(z.regex(weekPattern)),
  z.string().check(z.regex(/^[0-9a-z]{1,20}$/)),
]);

export function formatReachCursor({ campaign, week, after }: ReachPlace): string {
  return Buffer.from(JSON.stringify([campaign, week, after])).toString("base64url");
}

/** `undefined` for what was not made here. */
export function parseReachCursor(cursor: string): ReachPlace | undefined {
  const json = readJson(Buffer.from(cursor, "base64url").toString(), "cursor");
  const place = json.ok ? Place.safeParse(json.value) : undefined;
  if (!place?.success) return undefined;
  const [campaign, week, after] = place.data;
  return { campaign, week, after };
}
