import type { PatientView, ViewLog } from "../../ports.ts";

export function createMemoryViewLog(): ViewLog {
  const kept = new Map<string, Map<string, PatientView>>();
  return {
    async note(view) {
      const key = `${view.organization}#${view.patient}`;
      const views = kept.get(key) ?? new Map<string, PatientView>();
      kept.set(key, views);
      const place = placeOf(view);
      if (!views.has(place)) views.set(place, view);
    },
    async page(organization, patient, { limit, cursor }) {
      const all = [...(kept.get(`${organization}#${patient}`) ?? [])]
        .filter(([place]) => cursor === undefined || place < cursor)
        .toSorted(([a], [b]) => (a < b ? 1 : -1));
      const shown = all.slice(0, limit);
      const last = all.length > limit ? shown.at(-1) : undefined;
      return { views: shown.map(([, view]) => view), ...(last ? { cursor: last[0] } : {}) };
    },
  };
}

function placeOf({ at, request }: PatientView): string {
  return `${String(at).padStart(13, "0")}#${request}`;
}
