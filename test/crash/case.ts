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
  /** Carriers never say what became of a message. */
  readonly isSilent?: true;
}

/** `send-sms/later/PutItem.record.1:killed-after+GetItem.record.2:throttled` */
export function caseId({
  scenario,
  instead,
  redelivery,
  faults: planned,
  isSilent,
}: CrashCase): string {
  const struck = planned.map(({ label, nth, kind }) => `${label}.${nth}:${kind}`).join("+");
  const name = instead ? `${scenario}@${instead}` : scenario;
  return [name, redelivery, struck || "nothing", ...(isSilent ? ["silent"] : [])].join("/");
}

/** The inverse. @throws Error that names what cannot be read. */
export function parseCaseId(id: string): CrashCase {
  const [name = "", redelivery, struck = "nothing", silent] = id.split("/");
  const [scenario = "", instead] = name.split("@");
  if (!redeliveries.some((known) => known === redelivery)) {
    throw new Error(`not a case: ${id} (how is it redelivered?)`);
  }
  return {
    scenario,
    redelivery: redelivery as Redelivery,
    faults: struck === "nothing" ? [] : struck.split("+").map(parseFault),
    ...(instead === undefined ? {} : { instead: instead as BaselineName }),
    ...(silent === "silent" ? { isSilent: true } : {}),
  };
}

function parseFault(text: string): PlannedFault {
  const [, label = "", nth, kind = ""] = /^(.+)\.(\d+):([\w-]+)$/.exec(text) ?? [];
  if (!Object.hasOwn(faults, kind)) throw new Error(`not a fault: ${text}`);
  return { label, nth: Number(nth), kind: kind as FaultKind };
}
