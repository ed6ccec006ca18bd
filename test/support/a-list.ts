import type { FilePlace } from "#ports";
import type { clinic } from "./a-clinic.ts";

/** Where a list of opt-outs lies. */
export const listFile = "opt-outs/old-system.csv";

export type Clinic = Awaited<ReturnType<typeof clinic>>;

/** Reads the whole list, stretch by stretch. */
export async function takeList(it: Clinic, text: string, importOptOuts = it.importOptOuts) {
  it.files.put(listFile, text);
  const input = { organization: "oak", file: listFile, handedInAt: it.clock.now() };
  let from: FilePlace | undefined = { line: 1, byte: 0 };
  const stretches = [];
  while (from) {
    const done: Awaited<ReturnType<typeof importOptOuts>> = await importOptOuts({ ...input, from });
    stretches.push(done);
    from = done.next;
  }
  return stretches;
}
