import type { EligibilityIndex, PatientDirectory, RecordStore } from "#ports";

/*
 * What engines may do differently without anybody being wrong: the order among equals, and which
 * slice of the population somebody is in. Both sides are asked through these.
 */

/** Those that start on one day come in the order of their ids. Pages are as large as asked. */
export function startingInOneOrder(index: EligibilityIndex): EligibilityIndex {
  return {
    ...index,
    async starting(...asked) {
      const page = await index.starting(...asked);
      return { ...page, patients: page.patients.toSorted() };
    },
  };
}

/** Those that are due at one moment come in the order of their ids. */
export function dueInOneOrder(records: RecordStore): RecordStore {
  return {
    load: records.load,
    append: records.append,
    async due(...asked) {
      const found = await records.due(...asked);
      return found.toSorted((a, b) => a.dueAt - b.dueAt || (a.patient < b.patient ? -1 : 1));
    },
  };
}

const pageSize = 3;

/** Everybody is in the first slice, read over several pages; the other slices are empty. */
export function inOneSlice(directory: PatientDirectory): PatientDirectory {
  return {
    async page(organization, { index }) {
      if (index > 0) return { patients: [] };
      const patients: string[] = [];
      let cursor: string | undefined;
      do {
        const page = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
        const found = await directory.page(organization, { index: 0, of: 1 }, page);
        patients.push(...found.patients);
        cursor = found.cursor;
      } while (cursor !== undefined);
      return { patients: patients.toSorted() };
    },
  };
}
