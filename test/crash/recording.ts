import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/canonical-json";
import type { PlannedFault } from "./case.ts";
import type { Call } from "./seam/call.ts";
import type { FaultKind } from "./seam/fault.ts";
import type { Script } from "./seam/invocation.ts";

/** A call that the function under trial made. */
export interface RecordedCall {
  readonly label: string;
  /** Which call of this name in the case, from 1. */
  readonly nth: number;
  readonly isWrite: boolean;
  /** Which invocation made it, from 1. */
  readonly delivery: number;
  /** What befell it. */
  readonly struckBy?: FaultKind;
  /** What the worker was told in the end, shortened; empty where it heard nothing. */
  answer: string;
}

/** Plays the planned faults in a case, and notes every call that is made meanwhile. */
export class Recording {
  readonly calls: RecordedCall[] = [];
  readonly #planned: readonly PlannedFault[];
  readonly #counts = new Map<string, number>();
  readonly #byId = new Map<string, RecordedCall>();

  constructor(planned: readonly PlannedFault[]) {
    this.#planned = planned;
  }

  /** The script of one delivery. */
  of(delivery: number): Script {
    return {
      fateOf: (call) => this.#begin(call, delivery).struckBy,
      answered: (call, text) => {
        const known = this.#byId.get(call.id);
        if (known) known.answer = shortened(call, text);
      },
    };
  }

  /** Whether everything that was planned came about. */
  get isPlayed(): boolean {
    return (
      this.calls.filter(({ struckBy }) => struckBy !== undefined).length >= this.#planned.length
    );
  }

  #begin({ label, isWrite, id }: Call, delivery: number): RecordedCall {
    const nth = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, nth);
    const kind = this.#planned.find((fault) => fault.label === label && fault.nth === nth)?.kind;
    const call = { label, nth, isWrite, delivery, answer: "", ...(kind ? { struckBy: kind } : {}) };
    this.calls.push(call);
    this.#byId.set(id, call);
    return call;
  }
}

/** Ids that the engines invent are different each time and mean nothing. */
function shortened({ service }: Call, text: string): string {
  if (service === "sqs" || service === "s3") return service;
  if (service !== "dynamodb") return digestOf(text);
  // The engine writes an item's attributes in any order.
  const sorted = canonicalJson(JSON.parse(text || "{}"));
  return digestOf(sorted.replaceAll(/"write":\{"S":"[^"]*"\}/g, ""));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
