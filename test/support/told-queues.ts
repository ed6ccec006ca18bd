import type { Used } from "#local/permissions/permissions";
import { localArn } from "#local/permissions/places";
import { sendNeeds } from "#local/permissions/queue-needs";
import { loadAssembly } from "#local/template/assembly";
import { Deployment } from "#local/template/deployment";
import { readFunctions } from "#local/template/functions";
import { readKeys } from "#local/template/keys";
import { realAssembly } from "#support/real-assembly";

/**
 * What each function must be allowed because its variables tell it of a queue: which of them it
 * uses on a day is up to campaigns, replies and faults.
 */
export function toldQueues(folder: string): readonly Used[] {
  const stacks = loadAssembly(realAssembly(folder, ""));
  const deployment = new Deployment(stacks, (name) => name, "");
  const places = { tables: new Map(), keys: readKeys(deployment), outside: {} };
  return readFunctions(deployment).flatMap(({ name, role, variables }) =>
    Object.entries(variables)
      .filter(([variable]) => variable.endsWith("_QUEUE_URL"))
      .flatMap(([, queue]) =>
        sendNeeds(localArn("sqs", queue), places).map((need) => ({
          by: name,
          role,
          ...need,
        })),
      ),
  );
}
