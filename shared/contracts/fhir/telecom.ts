import type { ContactPoint, ContactPointKind } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import type { Day } from "#domain/time";
import { readMail, readPhone } from "../address.ts";
import { isCurrent } from "./current.ts";
import type { PatientResource } from "./patient.ts";

type Telecom = NonNullable<PatientResource["telecom"]>[number];

export interface Points {
  /** The best first: rank, then mobile, home, work; each address once. */
  readonly points: readonly ContactPoint[];
  readonly badPhones: number;
  readonly badEmails: number;
}

const useOrder = ["mobile", "home", "work"];

/** The ways to reach a patient on that day. What cannot be dialled or mailed is counted out. */
export function pointsOf(telecoms: readonly Telecom[], on: Day): Points {
  const points = new Map<string, ContactPoint>();
  let badPhones = 0;
  let badEmails = 0;
  for (const telecom of inOrder(telecoms.filter((one) => isCurrent(one, on)))) {
    const isEmail = telecom.system === "email";
    if (!isEmail && telecom.system !== "phone" && telecom.system !== "sms") continue;
    const point = isEmail ? emailPoint(telecom) : phonePoint(telecom);
    if (point === undefined && isEmail) badEmails += 1;
    else if (point === undefined) badPhones += 1;
    else points.set(point.id, better(points.get(point.id), point));
  }
  return { points: [...points.values()], badPhones, badEmails };
}

function inOrder(telecoms: readonly Telecom[]): readonly Telecom[] {
  return telecoms.toSorted((a, b) => rankOf(a) - rankOf(b) || useRank(a) - useRank(b));
}

function rankOf(telecom: Telecom): number {
  return telecom.rank ?? Number.MAX_SAFE_INTEGER;
}

function useRank(telecom: Telecom): number {
  const use = telecom.system === "sms" ? "mobile" : (telecom.use ?? "");
  const place = useOrder.indexOf(use);
  return place < 0 ? useOrder.length : place;
}

/** The same number listed as home and as mobile takes texts. */
function better(known: ContactPoint | undefined, point: ContactPoint): ContactPoint {
  return known === undefined || point.kind === "mobile" ? point : known;
}

/** Kinds of number that are nobody's own (libphonenumber's names). */
const impersonal = new Set([
  "PREMIUM_RATE",
  "TOLL_FREE",
  "SHARED_COST",
  "UAN",
  "PAGER",
  "VOICEMAIL",
]);

function phonePoint(telecom: Telecom): ContactPoint | undefined {
  const number = readPhone(telecom.value ?? "");
  if (number === undefined) return undefined;
  const type = number.getType();
  if (type !== undefined && impersonal.has(type)) return undefined;
  return { id: pointId(number.number), kind: phoneKind(telecom, type), address: number.number };
}

/**
 * North American numbers do not tell mobile from landline, so the source's word counts there; a
 * number whose kind nobody knows is called and never texted.
 */
function phoneKind(telecom: Telecom, type: string | undefined): ContactPointKind {
  if (type === "FIXED_LINE") return "landline";
  if (type === "MOBILE" || telecom.system === "sms" || telecom.use === "mobile") return "mobile";
  return "phone";
}

function emailPoint(telecom: Telecom): ContactPoint | undefined {
  const address = readMail(telecom.value ?? "");
  return address === undefined ? undefined : { id: pointId(address), kind: "email", address };
}
