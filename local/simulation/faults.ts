import { hourMs, type Instant } from "#domain/time";
import { type Dice, diceOf } from "./dice.ts";

/** What may go wrong in a simulation, by the name that `--faults` takes, and what it is. */
export const faults = {
  crash: "a worker dies at any of its calls, before or after it",
  duplicate: "a message is delivered twice, receipts and replies included",
  reorder: "messages overtake each other by up to two minutes",
  delay: "a message comes hours late",
  "lost-answer": "a call is made and its answer lost, or is lost itself; receipts never come",
  throttle: "the table, the queues or a provider take no more for a moment",
  outage: "the table, the queues, a provider, the desk or the carrier's list is away for hours",
  skew: "each worker's clock is off, by half a minute at most",
  "stream-lag": "the stream shows writes hours late, and some twice",
  "clock-change": "clocks are set forward or back meanwhile",
  move: "patients move to another zone",
  "import-overlap": "the same facts are brought in by several imports at once",
  "opt-out-race": "STOP and START come within seconds of a claim or a send",
  publish: "campaigns are published anew and rolled back under way",
  pause: "campaigns are paused, contacts halted, and both go on",
  "region-move":
    "the patients' home moves to another region, by a copy hours old, and perhaps back",
  "shared-phone": "phones come to serve several people, and cease to",
} as const;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as readonly FaultName[];

/** `all`: each seed draws some of them. A list: those and no others. */
export type FaultsAsked = "all" | readonly FaultName[];

/** Each is on for this share of the seeds: some faults show only where others are absent. */
const isOnShare = 0.5;

/** What can be away. */
export const services = ["table", "queues", "sms", "email", "voice", "desk", "list"] as const;
export type Service = (typeof services)[number];

interface Outage {
  readonly service: Service;
  readonly from: Instant;
  readonly until: Instant;
}

/** What goes wrong under one seed, and how often. Shares are 0 where the fault is off. */
export interface FaultPlan {
  readonly names: readonly FaultName[];
  has(name: FaultName): boolean;
  /** The share of the fault's occasions on which it strikes now; 0 once all is healed. */
  share(name: FaultName): number;
  isAway(service: Service, at: Instant): boolean;
  isAnyAway(at: Instant): boolean;
  /** Until all is healed. */
  isStriking(): boolean;
  /** From now on nothing goes wrong any more. */
  heal(): void;
}

/** How often each strikes where it is on: of jobs, messages, calls or touches. */
const mostOften: Readonly<Partial<Record<FaultName, number>>> = {
  crash: 0.1,
  duplicate: 0.15,
  reorder: 0.3,
  delay: 0.03,
  "lost-answer": 0.1,
  throttle: 0.1,
  "stream-lag": 0.3,
  "import-overlap": 0.5,
  "opt-out-race": 0.06,
};

export function drawFaultNames(seed: number, asked: FaultsAsked): readonly FaultName[] {
  const dice = diceOf(`faults/${seed}`);
  return asked === "all" ? faultNames.filter(() => dice.is(isOnShare)) : asked;
}

/** How often these strike under this seed, and when what is away. */
export function planFaults(
  seed: number,
  names: readonly FaultName[],
  during: { readonly from: Instant; readonly until: Instant },
): FaultPlan {
  const dice = diceOf(`fault plan/${seed}`);
  const shares = new Map(
    names.map((name) => [name, (mostOften[name] ?? 1) * dice.within(0.2, 1)] as const),
  );
  const outages = names.includes("outage") ? drawOutages(dice, during) : [];
  let isHealed = false;
  const outagesAt = (at: Instant): readonly Outage[] =>
    isHealed || outages.length === 0
      ? []
      : outages.filter(({ from, until }) => at >= from && at < until);
  return {
    names,
    has: (name) => names.includes(name),
    share: (name) => (isHealed ? 0 : (shares.get(name) ?? 0)),
    isAway: (service, at) => outagesAt(at).some((outage) => outage.service === service),
    isAnyAway: (at) => outagesAt(at).length > 0,
    isStriking: () => !isHealed,
    heal: () => {
      isHealed = true;
    },
  };
}

function drawOutages(
  dice: Dice,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): readonly Outage[] {
  return Array.from({ length: dice.between(1, 4) }, () => {
    const begins = dice.within(from, until);
    const service = dice.one(services);
    return { service, from: begins, until: begins + dice.within(0.2, 7) * hourMs };
  });
}
