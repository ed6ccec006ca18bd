import type { Ended } from "../seam/invocation.ts";

/** Whether an invocation did its work: an error fails a batch, and so does an item that is named. */
export function isHandled(ended: Ended): boolean {
  if (ended.is !== "answered") return false;
  const { answer } = ended;
  const failures = (answer as { readonly batchItemFailures?: readonly unknown[] } | undefined)
    ?.batchItemFailures;
  return (failures ?? []).length === 0;
}
