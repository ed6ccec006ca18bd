import * as z from "zod/mini";

const Bridged = z.looseObject({
  source: z.string(),
  "detail-type": z.string(),
  detail: z.unknown(),
  time: z.exactOptional(z.string()),
});

/** What EventBridge wraps around an event of an AWS service; `undefined` when it is not one. */
export interface BridgedEvent {
  readonly source: string;
  readonly detail: unknown;
  readonly time?: string;
}

export function unwrapEventBridge(payload: unknown): BridgedEvent | undefined {
  const event = Bridged.safeParse(payload);
  if (!event.success) return undefined;
  const { source, detail, time } = event.data;
  return { source, detail, ...(time === undefined ? {} : { time }) };
}
