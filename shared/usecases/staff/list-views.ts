import { formatCursor, parseCursor } from "#contracts/api/cursor";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import type { ViewsPage, ViewsQuery } from "#contracts/api/views";
import type { PatientId } from "#domain/patient/profile";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant } from "#domain/time";
import type { ViewLog } from "#ports";

const viewsUsually = 50;

/** A moment and the request, as the log's places are. */
const placeForm = /^\d{13}#[\x21-\x7e]{1,200}$/;

export type ListViews = (
  member: StaffMember,
  patient: PatientId,
  query: ViewsQuery,
) => Promise<Outcome<ViewsPage>>;

/** Who of the staff saw this patient, latest first. Of the patient it tells nothing. */
export function createListViews(ports: { readonly views: Pick<ViewLog, "page"> }): ListViews {
  return async ({ organization }, patient, { cursor, limit = viewsUsually }) => {
    const place = cursor === undefined ? undefined : parseCursor(cursor, placeForm);
    if (cursor !== undefined && place === undefined) {
      return refused("bad-request", { at: "query.cursor" });
    }
    const from = place === undefined ? {} : { cursor: place };
    const page = await ports.views.page(organization, patient, { limit, ...from });
    return told({
      views: page.views.map(({ at, user, name, route, request }) => ({
        at: formatInstant(at),
        ...{ user, name, route, request },
      })),
      ...(page.cursor === undefined ? {} : { cursor: formatCursor(page.cursor) }),
    });
  };
}
