import type { Instant } from "#domain/time";
import type { FunctionName } from "#infra/function-names";
import type { PlannedFault } from "../case.ts";
import { Recording } from "../recording.ts";
import { Invocation } from "../seam/invocation.ts";
import { installSeam, nameTable } from "../seam/seam.ts";
import { clock } from "../world/clock.ts";
import { compose } from "../world/functions.ts";

/** What a process of its own is to do. */
export interface Doom {
  readonly name: FunctionName;
  readonly deadQueueUrl: string;
  readonly event: object;
  readonly at: Instant;
  readonly tables: readonly (readonly [known: string, actual: string])[];
  readonly faults: readonly PlannedFault[];
}

/** Runs one invocation, and is killed by the system where the fault says so. */
process.once("message", async ({ name, deadQueueUrl, event, at, tables, faults }: Doom) => {
  installSeam();
  clock.set(at);
  for (const [known, actual] of tables) nameTable(known, actual);
  const handler = await compose(name, { deadQueueUrl });
  const ended = await new Invocation(new Recording(faults).of(1)).run(() => handler(event, {}));
  if (ended.is === "killed") process.kill(process.pid, "SIGKILL");
  process.exit();
});
