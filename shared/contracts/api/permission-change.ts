import * as z from "zod/mini";
import { Permissions } from "./patient.ts";
import { channel, purpose } from "./shown.ts";

/** A contact point's id, as `GET /v1/patients/{patient}` names it. */
const point = z.string().check(z.regex(/^[a-z0-9]{1,13}$/));

/**
 * What shows it: what was filled in, said or written, and the number under which that is kept. Not its
 * words: those may say anything about a patient.
 */
const Evidence = z.strictObject({
  kind: z.enum(["form", "call", "letter", "visit"]),
  reference: z.string().check(z.regex(/^[A-Za-z0-9._-]{1,64}$/)),
});

const scope = { channel: z.exactOptional(channel), purpose: z.exactOptional(purpose) };

/** Takes no version: whoever asks to be left alone is, whatever was said meanwhile. */
const OptOut = z.strictObject({
  change: z.literal("opt-out"),
  /** `{}` is everything. With a point, it holds for whoever is reached there. */
  scope: z.strictObject({ ...scope, point: z.exactOptional(point) }),
  evidence: Evidence,
});

/** Only ever the patient's own act, and only on what was known when they were asked. */
const OptIn = z.strictObject({
  change: z.literal("opt-in"),
  scope: z.strictObject(scope),
  basis: z.enum(["form", "spoken"]),
  evidence: Evidence,
  /** `permissions.version`; a STOP that came meanwhile makes it `stale-version`. */
  version: z.string().check(z.minLength(1), z.maxLength(64)),
});

/** The number or address is somebody else's: nobody is contacted there any more. */
const WrongNumber = z.strictObject({
  change: z.literal("wrong-number"),
  point,
  evidence: Evidence,
});

export const PermissionChange = z.discriminatedUnion("change", [OptOut, OptIn, WrongNumber]);
export type PermissionChange = z.infer<typeof PermissionChange>;

/** What stands after it. `changed`: false where it stood already. */
export const PermissionChanged = z.object({ changed: z.boolean(), permissions: Permissions });
export type PermissionChanged = z.infer<typeof PermissionChanged>;
