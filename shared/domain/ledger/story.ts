import type { CountedContact } from "../contact/caps.ts";
import type { PermissionStatement } from "../contact/permission.ts";
import type { ContactPolicy } from "../contact/policy.ts";
import type { ContactWindow } from "../contact/window.ts";
import type { Reachability } from "../patient/profile.ts";
import type { Instant } from "../time.ts";
import type { Accepted } from "./accepted.ts";

/** What the rows of one patient have told so far of one touch. */
export interface TouchStory {
  status: "planned" | "claimed" | "unknown" | "ended";
  /** By when it must have moved on. */
  by: Instant;
  claims: { readonly at: Instant; readonly startBy: Instant }[];
  acceptances: number;
}

/** What the rows of one patient have told so far. */
export interface Story {
  readonly touches: Map<string, TouchStory>;
  /** Campaign touches claimed and not released. */
  contacts: (CountedContact & { readonly key: string })[];
  readonly enrollments: Map<string, { eligibleThrough: number | undefined }>;
  readonly tasks: Map<string, { by: Instant; holds: boolean }>;
  readonly redFlags: Map<string, { readonly revision: number; tasks: number }>;
  permissions: readonly PermissionStatement[];
  /** Of the profile that the claims are made on. */
  reach: Pick<Reachability, "states">;
  /** The patient's own hours. */
  hours: ContactWindow | undefined;
  /** Why campaigns rest, besides a red flag: the names of what holds them. */
  readonly rests: Set<string>;
}

/** What the rows are held against. */
export interface Setting {
  readonly policy: ContactPolicy;
  readonly asOf: Instant;
  readonly accepted: readonly Accepted[];
}

export type Report = (law: number, subject: string, message: string) => void;

export function newStory(): Story {
  return {
    touches: new Map(),
    contacts: [],
    enrollments: new Map(),
    tasks: new Map(),
    redFlags: new Map(),
    permissions: [],
    reach: {},
    hours: undefined,
    rests: new Set(),
  };
}
