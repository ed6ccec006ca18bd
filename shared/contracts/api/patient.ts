import * as z from "zod/mini";
import { Person } from "./person.ts";
import { channel, EnrollmentName, moment, purpose } from "./shown.ts";
import { TaskRow } from "./tasks.ts";

/** What a permission is for; a part that is absent means every one, `{}` is everything. */
export const Scope = z.object({
  channel: z.exactOptional(channel),
  /** A contact point's id. */
  point: z.exactOptional(z.string()),
  purpose: z.exactOptional(purpose),
});

/** Something that was said about permission, and what shows it. */
const PermissionEntry = z.object({
  at: moment,
  says: z.enum(["granted", "revoked"]),
  scope: Scope,
  basis: z.enum(["reserved-word", "form", "spoken", "number-given", "request"]),
  via: z.enum(["sms", "voice", "email", "agent", "carrier", "import"]),
  /** `patient`, `other-owner`, `carrier`, `list`, `source-system`, or who of the staff entered it. */
  by: z.string(),
  /** Where it is kept: `reply:<id>`, `form:<id>`, `call:<id>`. */
  reference: z.exactOptional(z.string()),
  /** The rule that read the words. */
  words: z.exactOptional(z.string()),
});

/** Whether the patient may be contacted on this channel for this purpose now. */
const Standing = z.object({
  channel,
  purpose,
  /** Absent: permitted. */
  refused: z.exactOptional(z.enum(["opted-out", "no-consent", "no-channel", "wrong-or-dead"])),
});

export const Permissions = z.object({
  /** Of what was said so far. Who enters an opt-in says which one they saw. */
  version: z.string(),
  /** Every channel with every purpose. */
  standing: z.array(Standing),
  /** A STOP whose confirmation asked which purpose was meant; until then nobody is contacted. */
  narrowing: z.exactOptional(z.object({ purpose, until: moment })),
  /** Latest first, of the ledger: what was said just now joins it within seconds. */
  history: z.array(PermissionEntry),
});
export type Permissions = z.infer<typeof Permissions>;

const EnrollmentShown = z.object({
  ...EnrollmentName.shape,
  enrolledAt: moment,
  step: z.string(),
  stage: z.enum(["enrolled", "touched", "delivered", "answered"]),
  /** What is waited for: the moment of a contact, its outcome, an answer, an agent, time. */
  status: z.enum(["planned", "sending", "waiting", "escalated", "resting"]),
  /** When the next contact or silence is due; absent where nobody knows. */
  until: z.exactOptional(moment),
});

export const PatientShown = z.object({
  person: Person,
  permissions: Permissions,
  enrollments: z.array(EnrollmentShown),
  /** Open ones, by urgency. */
  tasks: z.array(TaskRow),
  now: moment,
});
export type PatientShown = z.infer<typeof PatientShown>;
