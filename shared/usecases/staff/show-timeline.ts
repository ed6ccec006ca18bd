import { formatCursor, parseCursor } from "#contracts/api/cursor";
import { type Outcome, refused, toldOf } from "#contracts/api/outcome";
import type { TimelinePage, TimelineQuery } from "#contracts/api/timeline";
import { eventInWords } from "#domain/ledger/in-words/event";
import { localWords } from "#domain/ledger/in-words/when";
import { unreadable } from "#domain/ledger/readable";
import type { LedgerRow } from "#domain/ledger/row";
import type { PatientId } from "#domain/patient/profile";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant, type ZoneId } from "#domain/time";
import type { KeptReply, LedgerStore, ReplyStore } from "#ports";
import type { OpenPatient } from "./open-patient.ts";

const writesUsually = 50;

/** A revision. */
const placeForm = /^[1-9]\d{0,9}$/;

export interface TimelinePorts {
  readonly openPatient: OpenPatient;
  readonly ledger: Pick<LedgerStore, "latest">;
  readonly replies: Pick<ReplyStore, "of">;
}

export type ShowTimeline = (
  member: StaffMember,
  patient: PatientId,
  query: TimelineQuery,
) => Promise<Outcome<TimelinePage>>;

/** What was done, withheld and heard of one patient, and why: latest first, as `rounds explain` says it. */
export function createShowTimeline(ports: TimelinePorts): ShowTimeline {
  return async ({ organization }, patient, { cursor, limit: writes = writesUsually }) => {
    const place = cursor === undefined ? undefined : parseCursor(cursor, placeForm);
    if (cursor !== undefined && place === undefined) {
      return refused("bad-request", { at: "query.cursor" });
    }
    const opened = await ports.openPatient(organization, patient);
    if (!opened) return refused("no-such-patient");
    const before = place === undefined ? {} : { before: Number(place) };
    const [page, replies] = await Promise.all([
      ports.ledger.latest(organization, patient, { writes, ...before }),
      ports.replies.of(organization, patient),
    ]);
    const zone = opened.record.reach.zones[0] ?? "UTC";
    const said = new Map(replies.map((reply) => [reply.reply, reply]));
    return toldOf([patient], {
      zone,
      entries: page.rows.flatMap((row) => entryOf(row, zone, said)),
      ...(page.before === undefined ? {} : { cursor: formatCursor(String(page.before)) }),
    });
  };
}

type Entry = TimelinePage["entries"][number];

function entryOf(
  { event, revision, index }: LedgerRow,
  zone: ZoneId,
  said: ReadonlyMap<string, KeptReply>,
): readonly Entry[] {
  const words = wordsOf(event, zone);
  if (words === undefined) return [];
  const reply = event.type === "reply-received" ? said.get(event.reply) : undefined;
  return [
    {
      at: formatInstant(event.at),
      ...{ revision, index, type: event.type, words },
      ...codesOf(event),
      ...(reply === undefined ? {} : { text: reply.text }),
    },
  ];
}

/** A row of another version is shown by its name: a hole would look as if nothing had happened. */
function wordsOf(event: LedgerRow["event"], zone: ZoneId): string | undefined {
  if (unreadable(event) !== undefined) return event.type;
  return eventInWords(event, (at) => localWords(at, zone));
}

const codes = [
  "campaign",
  "step",
  "channel",
  "reason",
  "rule",
  "outcome",
  "answer",
  "tier",
] as const;

/** The codes that the event has, those of its touch or its task among them. */
function codesOf(event: LedgerRow["event"]): Partial<Record<(typeof codes)[number], string>> {
  const { touch, task, ...own }: Readonly<Record<string, unknown>> = { ...event };
  const all: Readonly<Record<string, unknown>> = { ...Object(task), ...Object(touch), ...own };
  return Object.fromEntries(
    codes.flatMap((code) => (typeof all[code] === "string" ? [[code, all[code]]] : [])),
  );
}
