import { defaultPolicy } from "#domain/contact/default-policy";
import { diceOf } from "#local/simulation/dice";
import type { Ground } from "#local/simulation/environment";
import { type FaultName, planFaults } from "#local/simulation/faults";
import { Timeline } from "#local/simulation/timeline";
import { Witness } from "#local/simulation/witness";
import { monday } from "./a-record.ts";

const monthMs = 30 * 86_400_000;

/** What one simulation stands on, with these faults and no others. */
export function ground(seed: number, ...faults: readonly FaultName[]): Ground {
  const timeline = new Timeline(monday);
  const witness = new Witness(timeline, { policy: defaultPolicy, ownersOf: () => 1 });
  const during = { from: monday, until: monday + monthMs };
  return {
    timeline,
    witness,
    faults: planFaults(seed, faults, during),
    dice: diceOf(`ground/${seed}`),
  };
}
