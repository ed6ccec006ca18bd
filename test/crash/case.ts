import { type FaultKind, faults } from "./seam/fault.ts";
import type { BaselineName } from "./world/functions.ts";

/** How a message comes again. */
export const redeliveries = ["at-once", "later", "concurrently"] as const;
export type Redelivery = (typeof redeliveries)[number];

/** One fault, at the n-th call of its name that the function makes in the case. */
export interface PlannedFault {
  readonly label: string;
  /** From 1. */
  readonly nth: number;
  readonly kind: FaultKind;
}

/** One cell of the matrix. */
export interface CrashCase {
  readonly scenario: string;
  /** Who stands in the place of our function. */
  readonly instead?: BaselineName;
  readonly redelivery: Redelivery;
  readonly faults: readonly PlannedFault[];
  /** The first process is one of its own, which the system kills. */
  readonly isApart?: true;
  /** Carriers never say what became of a message. */
  readonly isSilent?: true;
}

/** `send-sms/later/PutItem.record.1:killed-after+GetItem.record.2:throttled` */
export function caseId(crash: CrashCase): string {
  const { scenario, instead, redelivery, faults: planned, isApart, isSilent } = crash;
  const struck = planned.map(({ label, nth, kind }) => `${label}.${nth}:${kind}`).join("+");
  const name = instead ? `${scenario}@${instead}` : scenario;
  const more = [...(isApart ? ["apart"] : []), ...(isSilent ? ["silent"] : [])];
  return [name, redelivery, struck || "nothing", ...more].join("/");
}

/** The inverse. @throws Error that names what cannot be read. */
export function parseCaseId(id: string): CrashCase {
  const [name = "", redelivery, struck = "nothing", ...more] = id.split("/");
  const [scenario = "", instead] = name.split("@");
  if (!redeliveries.some((known) => known === redelivery)) {
    throw new Error(`not a case: ${id} (how is it redelivered?)`);
  }
  return {
    scenario,
    redelivery: redelivery as Redelivery,
    faults: struck === "nothing" ? [] : struck.split("+").map(parseFault),
    ...(instead === undefined ? {} : { instead: instead as BaselineName }),
    ...(more.includes("apart") ? { isApart: true } : {}),
    ...(more.includes("silent") ? { isSilent: true } : {}),
  };
}

function parseFault(text: string): PlannedFault {
  const [, label = "", nth, kind = ""] = /^(.+)\.(\d+):([\w-]+)$/.exec(text) ?? [];
  if (!Object.hasOwn(faults, kind)) throw new Error(`not a fault: ${text}`);
  return { label, nth: Number(nth), kind: kind as FaultKind };
}
