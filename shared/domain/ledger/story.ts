import type { CountedContact } from "../contact/caps.ts";
import type { PermissionStatement } from "../contact/permission.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { ContactPreferences } from "../record/record.ts";
import type { TouchKey } from "../record/touch.ts";
import type { Instant } from "../time.ts";

/** What the rows of one patient have told so far of one touch. */
export interface TouchStory {
  /** `new`: no row planned it; a touch without any usable channel is withheld from there. */
  status: "new" | "planned" | "claimed" | "unknown" | "ended";
  /** By when it must have moved on. */
  by: Instant;
  /** Not before, and never after; absent while it was not planned. */
  dueAt?: Instant;
  notAfter?: Instant;
  /** Claims that stand: one that was let go is none. */
  claims: { readonly at: Instant; readonly startBy: Instant }[];
  acceptances: number;
  /** The provider said no for good, or was never asked again. */
  isRefused: boolean;
  /** Revisions of the rows about it. */
  readonly rows: number[];
}

export interface EnrollmentStory {
  readonly version: number;
  readonly revision: number;
  eligibleThrough: number | undefined;
}

export interface TaskStory {
  readonly revision: number;
  /** By when it must be put before agents, or have ended. */
  by: Instant;
  readonly holds: boolean;
  isTold: boolean;
}

/** A contact that counts against caps. */
export interface BegunContact extends CountedContact {
  readonly key: TouchKey;
  readonly revision: number;
}

/** What the rows of one patient have told so far. */
export interface Story {
  readonly touches: Map<TouchKey, TouchStory>;
  /** The touch that a worker holds. */
  inFlight: TouchKey | undefined;
  /** Campaign touches claimed and not let go. */
  contacts: BegunContact[];
  /** Open ones, by `campaign/episode`. */
  readonly enrollments: Map<string, EnrollmentStory>;
  /** Every `campaign/episode` there ever was, with the revision that opened it. */
  readonly episodes: Map<string, number>;
  readonly tasks: Map<string, TaskStory>;
  /** By the id of the reply: the revision of its row, and those of the tasks opened for it. */
  readonly redFlags: Map<string, { readonly revision: number; readonly tasks: number[] }>;
  readonly replies: Set<string>;
  permissions: readonly PermissionStatement[];
  /** Revisions of the rows that `permissions` come from. */
  readonly said: number[];
  /** Points found to be dead or someone else's, with the revision that says so. */
  readonly badPoints: Map<PointId, number>;
  /** Of the profile that the claims are made on; undefined until a row tells it. */
  reach: Reachability | undefined;
  preferences: ContactPreferences;
  /** Why campaigns rest, besides a red flag: what holds them, with the revision that says so. */
  readonly rests: Map<"narrowing" | "agent" | "facility", number>;
}

export function newStory(): Story {
  return {
    touches: new Map(),
    inFlight: undefined,
    contacts: [],
    enrollments: new Map(),
    episodes: new Map(),
    tasks: new Map(),
    redFlags: new Map(),
    replies: new Set(),
    permissions: [],
    said: [],
    badPoints: new Map(),
    reach: undefined,
    preferences: {},
    rests: new Map(),
  };
}

/** The rows so far about a touch; an empty beginning where there are none. */
export function touchIn(story: Story, key: TouchKey): TouchStory {
  const known = story.touches.get(key);
  if (known) return known;
  return { status: "new", by: 0, claims: [], acceptances: 0, isRefused: false, rows: [] };
}

/** The tasks that hold every campaign of the patient: red flags. */
export function holdingTasks(story: Story): readonly TaskStory[] {
  return [...story.tasks.values()].filter(({ holds }) => holds);
}
