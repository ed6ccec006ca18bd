import type { Tier } from "#domain/reply/understanding";
import type { FunctionName } from "#infra/function-names";
import type { End } from "./verdict.ts";
import type { CampaignName } from "./world/campaigns.ts";
import type { Ground } from "./world/ground.ts";
import type { QueueName } from "./world/queues.ts";
import type { Region } from "./world/region.ts";
import type { Tables } from "./world/tables.ts";

/** Where the function under trial gets its event from. */
export type Source =
  /** A queue, which delivers a message at least once and again when it failed. */
  | { readonly queue: QueueName; readonly body: object }
  /** A schedule, a stream, an alarm or a call flow, which invokes again when it failed. */
  | { readonly invoked: (tables: Tables) => Promise<object> | object };

/** Something that a patient said. */
export interface Said {
  readonly reply: string;
  readonly tier?: Tier;
}

/** One piece of work of one function, and what must have come of it whatever befell it. */
export interface Scenario {
  readonly name: string;
  readonly of: FunctionName;
  readonly live: readonly CampaignName[];
  readonly prepare: (ground: Ground) => Promise<void>;
  readonly source: Source;
  /** Files that were handed in, by key. */
  readonly files?: Readonly<Record<string, string>>;
  /** Before each case: what is not in the tables. */
  readonly open?: (region: Region) => unknown;
  readonly said?: readonly Said[];
  /** What did not come about, in words; nothing where all did. */
  readonly missing?: (end: End) => readonly string[];
  /** The same of what follows where nothing went wrong, and may stay behind where something did. */
  readonly behind?: (end: End) => readonly string[];
  /** Leaves switches behind that others would find: no process outlives the case. */
  readonly isApart?: true;
}
