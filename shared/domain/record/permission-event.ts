import type { Purpose } from "../campaign/purpose.ts";
import type { Evidence, PermissionScope, PermissionSource } from "../contact/permission.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import type { ContactPreferences } from "./record.ts";

/** On what a permission rests that was given anew: only ever the patient's own act. */
export type ConsentBasis = "reserved-word" | "form" | "spoken";

/**
 * What was said about permission, by whom, and what shows it. Together, in the ledger, these are
 * the permission ledger: `contact/permission-ledger.ts` reads them back.
 */
export type PermissionEvent =
  | {
      readonly type: "opted-out";
      readonly at: Instant;
      readonly via: PermissionSource;
      /** Absent: everything. */
      readonly scope?: PermissionScope;
      /** The number or address that it came from. */
      readonly from?: PointId;
      readonly evidence?: Evidence;
      /** When it was said, where that was not when it was heard: it stands from then on. */
      readonly saidAt?: Instant;
    }
  | {
      readonly type: "opted-in";
      readonly at: Instant;
      readonly via: PermissionSource;
      readonly scope?: PermissionScope;
      readonly basis?: ConsentBasis;
      readonly from?: PointId;
      readonly evidence?: Evidence;
    }
  /** The confirmation asks what the opt-out was meant for; until the answer nobody is contacted. */
  | {
      readonly type: "narrowing-offered";
      readonly at: Instant;
      readonly purpose: Purpose;
      readonly until: Instant;
    }
  /** KEEP: the opt-out was for this purpose alone. */
  | {
      readonly type: "opt-out-narrowed";
      readonly at: Instant;
      readonly purpose: Purpose;
      readonly evidence?: Evidence;
    }
  /** No answer: the opt-out is for everything, as it was said. */
  | { readonly type: "narrowing-ended"; readonly at: Instant }
  | {
      readonly type: "preferences-changed";
      readonly at: Instant;
      readonly preferences: ContactPreferences;
      readonly evidence?: Evidence;
    };
