import type { EligibilityEntry } from "../../domain/audience/eligibility.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { StaleRecord } from "../../errors.ts";
import type { EligibilityIndex } from "../../ports.ts";

export function createMemoryEligibilityIndex(): EligibilityIndex {
  /** By organization and campaign, then by patient. */
  const entries = new Map<string, Map<string, EligibilityEntry>>();
  const of = (organization: string, campaign: string): Map<string, EligibilityEntry> => {
    const key = `${organization}#${campaign}`;
    const known = entries.get(key) ?? new Map<string, EligibilityEntry>();
    entries.set(key, known);
    return known;
  };
  return {
    async replace(organization, patient, replacing, solved = []) {
      for (const campaign of solved) of(organization, campaign).delete(patient);
      for (const entry of replacing) of(organization, entry.campaign).set(patient, entry);
    },
    async move(organization, patient, before, after) {
      const stored = of(organization, before.campaign).get(patient);
      const isSame = stored === before || canonicalJson(stored) === canonicalJson(before);
      if (!isSame) throw new StaleRecord();
      of(organization, after.campaign).set(patient, after);
    },
    async entry(organization, patient, campaign) {
      return of(organization, campaign).get(patient);
    },
    async starting(organization, campaign, by, { limit, cursor }) {
      const found = [...of(organization, campaign)]
        .flatMap(([patient, { startsOn }]) =>
          startsOn !== undefined && startsOn <= by ? [{ patient, startsOn }] : [],
        )
        .toSorted((a, b) => a.startsOn - b.startsOn || (a.patient < b.patient ? -1 : 1));
      const start = cursor === undefined ? 0 : placeAfter(found, cursor);
      const page = found.slice(start, start + limit);
      const last = page.at(-1);
      const hasMore = start + limit < found.length;
      return {
        patients: page.map((entry) => entry.patient),
        ...(hasMore && last ? { cursor: `${last.startsOn}/${last.patient}` } : {}),
      };
    },
  };
}

/** Entries that were replaced meanwhile must not make the next page skip or repeat others. */
function placeAfter(
  found: readonly { readonly patient: string; readonly startsOn: number }[],
  cursor: string,
): number {
  const [startsOn = "", patient = ""] = cursor.split("/");
  const place = found.findIndex(
    (entry) =>
      entry.startsOn > Number(startsOn) ||
      (entry.startsOn === Number(startsOn) && entry.patient > patient),
  );
  return place < 0 ? found.length : place;
}
