import { createMemoryOptOutList } from "#adapters/memory/opt-out-list";
import type { SendOutcome } from "#domain/record/command";
import { chance } from "#domain/record/digest";
import type { Task } from "#domain/record/record";
import type { TouchKey } from "#domain/record/touch";
import type { WorkerPorts } from "#local/simulation/worker-ports";
import type { Clock } from "#ports";

/** Providers, the desk and the carrier's list, as one side sees them. */
export interface Outside {
  readonly ports: Pick<WorkerPorts, "senders" | "desk" | "carrier">;
  /** In order. */
  readonly accepted: TouchKey[];
  readonly raised: { readonly patient: string; readonly task: Task }[];
}

/** What they say follows from the touch alone, so that both sides hear the same. */
export function outsideOf(clock: Clock): Outside {
  const accepted: TouchKey[] = [];
  const raised: Outside["raised"] = [];
  const send = async ({ key }: { readonly key: TouchKey }): Promise<SendOutcome> => {
    const outcome = outcomeFor(key);
    if (outcome.is === "accepted") accepted.push(key);
    return outcome;
  };
  return {
    ports: {
      senders: { sms: { send }, email: { send }, calls: { place: send } },
      desk: {
        async raise({ patient, task }) {
          raised.push({ patient, task });
        },
      },
      carrier: createMemoryOptOutList(clock),
    },
    accepted,
    raised,
  };
}

function outcomeFor(key: TouchKey): SendOutcome {
  const drawn = chance(`fidelity/${key}`);
  if (drawn < 0.8) return { is: "accepted", providerId: `provider-${Math.floor(drawn * 1e9)}` };
  if (drawn < 0.86) return { is: "unknown", reason: "timeout" };
  if (drawn < 0.92) return { is: "released", reason: "throttled" };
  if (drawn < 0.96) return { is: "refused", reason: "invalid-address" };
  return { is: "refused", reason: "opted-out-at-carrier" };
}
