import type { FaultsAsked } from "./faults.ts";
import type { PlantName } from "./plants.ts";

/** What a simulation is asked for, apart from its seed. */
export interface Asked {
  readonly patients: number;
  readonly days: number;
  readonly faults: FaultsAsked;
  readonly plant?: PlantName;
}

/** The one command that lives the same seed again. */
export function replayOf({ patients, days, faults, plant }: Asked, seed: number): string {
  const named = typeof faults === "string" ? faults : faults.join(",");
  return [
    `npx rounds simulate --patients ${patients} --days ${days} --seed ${seed}`,
    ...(named === "" ? [] : [`--faults ${named}`]),
    ...(plant === undefined ? [] : [`--plant ${plant}`]),
  ].join(" ");
}
