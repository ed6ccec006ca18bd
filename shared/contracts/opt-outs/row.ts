import { type Purpose, purposes } from "#domain/campaign/purpose";
import type { PermissionScope } from "#domain/contact/permission";
import { type Channel, channels, type PointId } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import type { PatientId } from "#domain/patient/profile";
import { dayMs, type Instant, parseDay, parseInstant, startOfDay, type ZoneId } from "#domain/time";
import { readMail, readPhone } from "../address.ts";
import { patientId } from "../ids.ts";
import { type OptOutFault, type OptOutFaultReason, optOutFault } from "./fault.ts";
import type { OptOutHeader } from "./header.ts";

/** One opt-out that another system kept: who, of what, and since when. */
export interface OptOutRow {
  readonly points: readonly PointId[];
  readonly patient?: PatientId;
  /** Absent parts mean every one. */
  readonly scope: Omit<PermissionScope, "point">;
  readonly saidAt: Instant;
  /** The old system's own id of it, where that is a short code. */
  readonly source?: string;
}

export interface OptOutContext {
  /** The organization's, in which days are told. */
  readonly zone: ZoneId;
  /** When the list was handed in: what has no date counts as said then. */
  readonly handedInAt: Instant;
}

export type OptOutRowRead =
  | { readonly ok: true; readonly row: OptOutRow }
  | { readonly ok: false; readonly fault: OptOutFault };

/**
 * Reads one row. A day counts to its end, so that a START of the same day, whose order nobody can
 * tell, does not undo it. A row of which anything cannot be read is not read at all: half an
 * opt-out would pass for one.
 */
export function readOptOutRow(
  fields: readonly string[],
  header: OptOutHeader,
  context: OptOutContext,
): OptOutRowRead {
  if (fields.length > header.width) return bad("opt-outs/too-many-fields");
  const at = (place: number | undefined) =>
    place === undefined ? "" : (fields[place] ?? "").trim();
  const written = header.addresses.map(at).filter((text) => text !== "");
  const patient = at(header.patient);
  const channel = at(header.channel).toLowerCase();
  const purpose = at(header.purpose).toLowerCase();
  if (written.length === 0 && patient === "") return bad("opt-outs/nobody-named");
  if (patient !== "" && !patientId.safeParse(patient).success) return bad("opt-outs/bad-patient");
  if (channel !== "" && !isChannel(channel)) return bad("opt-outs/bad-channel");
  if (purpose !== "" && !isPurpose(purpose)) return bad("opt-outs/bad-purpose");
  const scope = scopeOf(channel, purpose);
  const addresses = written.map(readAddress);
  if (addresses.some((address) => address === undefined)) return bad("opt-outs/bad-address");
  const points = addresses.flatMap((address) =>
    address && fits(address, scope.channel) ? [address.point] : [],
  );
  if (points.length === 0 && written.length > 0) return bad("opt-outs/channel-does-not-fit");
  const said = saidAt(at(header.when), context);
  if (typeof said === "string") return bad(said);
  const source = at(header.source);
  return {
    ok: true,
    row: {
      points,
      scope,
      saidAt: said,
      ...(patient === "" ? {} : { patient }),
      ...(isCode.test(source) ? { source } : {}),
    },
  };
}

function bad(reason: OptOutFaultReason): OptOutRowRead {
  return { ok: false, fault: optOutFault(reason) };
}

/** An id and no words: what people write into such a column may be anything. */
const isCode = /^[A-Za-z0-9_.:-]{1,40}$/;

function isChannel(text: string): text is Channel {
  return channels.some((channel) => channel === text);
}

function isPurpose(text: string): text is Purpose {
  return purposes.some((purpose) => purpose === text);
}

function scopeOf(channel: string, purpose: string): OptOutRow["scope"] {
  return {
    ...(isChannel(channel) ? { channel } : {}),
    ...(isPurpose(purpose) ? { purpose } : {}),
  };
}

interface Address {
  readonly point: PointId;
  readonly isMail: boolean;
}

function readAddress(text: string): Address | undefined {
  const isMail = text.includes("@");
  const address = isMail ? readMail(text) : readPhone(text)?.number;
  return address === undefined ? undefined : { point: pointId(address), isMail };
}

function fits({ isMail }: Address, channel: Channel | undefined): boolean {
  return channel === undefined || isMail === (channel === "email");
}

function saidAt(text: string, { zone, handedInAt }: OptOutContext): Instant | OptOutFaultReason {
  if (text === "") return handedInAt;
  const day = parseDay(text);
  const instant = day === undefined ? parseInstant(text) : startOfDay(day, zone);
  if (instant === undefined) return "opt-outs/bad-date";
  // The clocks and calendars of two systems differ by a day at most.
  if (instant > handedInAt + dayMs) return "opt-outs/date-to-come";
  const last = day === undefined ? instant : startOfDay(day + 1, zone) - 1;
  return Math.min(last, handedInAt);
}
