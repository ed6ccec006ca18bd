import * as z from "zod/mini";
import type { PatientRecord } from "../../domain/record/record.ts";
import { readJson } from "../parsed.ts";

/** The identity and revision live in the item's keys and attributes, not in its body. */
type Body = Omit<PatientRecord, "organization" | "patient" | "revision">;

/**
 * `record.v2`, as stored. Loose inside: a record written by a newer release keeps the fields that
 * this one does not know, so a rolling deployment loses nothing. What claims lean on is checked.
 */
const RecordBody = z.looseObject({
  schema: z.literal("record.v2"),
  reach: z.looseObject({
    zones: z.array(z.string()),
    states: z.optional(z.array(z.string())),
    language: z.string(),
    points: z.record(z.string(), z.string()),
  }),
  permissions: z.array(
    z.looseObject({
      says: z.enum(["granted", "revoked"]),
      at: z.number(),
      scope: z.looseObject({}),
    }),
  ),
  badPoints: z.array(z.string()),
  enrollments: z.array(
    z.looseObject({
      campaign: z.string(),
      version: z.number(),
      episode: z.string(),
      step: z.string(),
      entries: z.number(),
      occurrences: z.record(z.string(), z.number()),
      state: z.looseObject({ status: z.string() }),
    }),
  ),
  inFlight: z.optional(z.looseObject({ channel: z.string(), leaseUntil: z.number() })),
  touches: z.array(z.looseObject({ channel: z.string(), at: z.number(), status: z.string() })),
  notices: z.array(z.looseObject({ kind: z.string(), dueAt: z.number() })),
  tasks: z.array(z.looseObject({ id: z.string(), raiseAt: z.number(), holds: z.boolean() })),
  heard: z.array(z.string()),
  past: z.array(z.looseObject({ campaign: z.string(), endedAt: z.number() })),
});

/**
 * Turns each older shape into the next one, so that the engine sees one shape only. A release
 * that changes the shape adds its step here and a fixture of the old one to the tests.
 */
const upcasts: Readonly<Record<string, (stored: object) => object>> = {
  "record.v1": (stored) => ({ ...fromV1(stored), schema: "record.v2" }),
};

/** v1 knew one opt-out, for everything, and one question an enrollment. */
const V1 = z.looseObject({
  optedOut: z.optional(z.looseObject({ at: z.number(), via: z.string() })),
  enrollments: z.array(
    z.looseObject({
      asked: z.optional(z.looseObject({ step: z.string(), at: z.number() })),
      state: z.looseObject({ channel: z.optional(z.string()) }),
    }),
  ),
});

function fromV1(stored: object): object {
  const parsed = V1.safeParse(stored);
  if (!parsed.success) return stored;
  const { optedOut, enrollments, ...rest } = parsed.data;
  return {
    ...rest,
    permissions: optedOut ? [{ says: "revoked", ...optedOut, scope: {} }] : [],
    enrollments: enrollments.map(({ asked, ...enrollment }) => ({
      ...enrollment,
      // Where it was asked was not kept: the channel in use is the likeliest.
      ...(asked ? { asked: { [enrollment.state.channel ?? "sms"]: asked } } : {}),
    })),
  };
}

export function formatRecordBody(record: PatientRecord): string {
  const { organization: _, patient: __, revision: ___, ...body } = record;
  return JSON.stringify({ schema: "record.v2", ...body });
}

/** `undefined` for what is no record: the caller fails closed. */
export function parseRecordBody(stored: unknown): Body | undefined {
  const json = readJson(stored, "record");
  if (!json.ok || json.value === null || typeof json.value !== "object") return undefined;
  const parsed = RecordBody.safeParse(upcasted(json.value));
  if (!parsed.success) return undefined;
  const { schema: _, ...body } = parsed.data;
  // The engine wrote it; the literal unions inside are taken on its word.
  return body as unknown as Body;
}

function upcasted(stored: object): object {
  let current = stored;
  for (let steps = 0; steps <= Object.keys(upcasts).length; steps++) {
    const name = "schema" in current ? String(current.schema) : "";
    const upcast = Object.hasOwn(upcasts, name) ? upcasts[name] : undefined;
    if (!upcast) return current;
    current = upcast(current);
  }
  return current;
}
