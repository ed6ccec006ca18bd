import type { FunctionName } from "#infra/function-names";
import { deadQueueOf } from "./queues.ts";
import type { Region } from "./region.ts";

export type Handler = (event: unknown, context: object) => Promise<unknown>;

/** Functions that are put in the place of ours, to see that the matrix finds them out. */
export const baselines = ["send-then-record", "lease-and-retries"] as const;
export type BaselineName = (typeof baselines)[number];

let compositions = 0;

/**
 * A function as a fresh process has it: its own index file, run anew, with nothing in memory. What
 * is read once for all is its settings, which are the same for every process.
 */
export async function compose(
  name: FunctionName,
  { deadQueueUrl, instead }: { readonly deadQueueUrl: string; readonly instead?: BaselineName },
): Promise<Handler> {
  process.env["DEAD_QUEUE_URL"] = deadQueueUrl;
  compositions += 1;
  const file = instead ? `../baselines/${instead}.ts` : `../../../functions/${name}/index.ts`;
  const loaded = (await import(`${file}?composition=${compositions}`)) as { handler: Handler };
  return loaded.handler;
}

/** As a process of this region has it. */
export function composeIn(
  region: Region,
  name: FunctionName,
  instead?: BaselineName,
): Promise<Handler> {
  const deadQueueUrl = region.messaging.queueUrl(deadQueueOf(name));
  return compose(name, { deadQueueUrl, ...(instead ? { instead } : {}) });
}

/** Functions that stay up from case to case, for all that no fault befalls. */
export class WarmFunctions {
  readonly #region: Region;
  readonly #instead: Readonly<Partial<Record<FunctionName, BaselineName>>>;
  readonly #handlers = new Map<FunctionName, Handler>();

  constructor(region: Region, instead: Readonly<Partial<Record<FunctionName, BaselineName>>> = {}) {
    this.#region = region;
    this.#instead = instead;
  }

  async of(name: FunctionName): Promise<Handler> {
    const known = this.#handlers.get(name);
    if (known) return known;
    const handler = await composeIn(this.#region, name, this.#instead[name]);
    this.#handlers.set(name, handler);
    return handler;
  }

  /** All processes end. */
  forget(): void {
    this.#handlers.clear();
  }
}
