import type { Campaign } from "#domain/campaign/campaign";
import type { LedgerRow } from "#domain/ledger/row";
import type { NoticeBook } from "#domain/message/notice-book";
import { touchKey } from "#domain/record/touch";
import { dayMs, formatDay, startOfDay } from "#domain/time";
import { bringEverybodyIn } from "./arrivals.ts";
import { type Dice, diceOf } from "./dice.ts";
import { disturb } from "./disturbances.ts";
import { drawFaultNames, type FaultName, type FaultsAsked, planFaults } from "./faults.ts";
import type { Finding } from "./finding.ts";
import { drawFirstDay } from "./first-day.ts";
import { drawOrganization } from "./organization.ts";
import type { Plant } from "./plant.ts";
import { inhabitants } from "./population.ts";
import { miscounted } from "./recount.ts";
import { moveRegions } from "./region-move.ts";
import { selectDaily } from "./schedules.ts";
import { standInFor } from "./stand-in.ts";
import { Timeline } from "./timeline.ts";
import { openTown } from "./town.ts";
import { judge } from "./verdict.ts";

export interface SimulateOptions {
  readonly seed: number;
  readonly patients: number;
  readonly days: number;
  readonly faults: FaultsAsked;
  /** As care managers wrote them; whom they are for is simulated. */
  readonly campaigns: readonly Campaign[];
  readonly notices: NoticeBook;
  /** A bug put in on purpose, to see that it is found. */
  readonly plant?: Plant;
}

/** What became of one seed. */
export interface Simulated {
  readonly seed: number;
  /** Of everything that happened, in order: the same for the same seed, on any machine. */
  readonly trace: string;
  readonly from: string;
  /** What went wrong under this seed. */
  readonly faults: readonly FaultName[];
  /** Contacts that were planned, direct answers included. */
  readonly touches: number;
  /** Messages and calls that providers took. */
  readonly accepted: number;
  readonly replies: number;
  readonly tasks: number;
  /** Writes of records. */
  readonly writes: number;
  readonly findings: readonly Finding[];
}

/** Enough for caps and the arbiter to have work. */
const campaignsAtOnce = 4;

/**
 * Several times what happens where much goes wrong, of each day lived: more would be workers who
 * keep each other busy. An outage is looked into once a minute, however many patients wait.
 */
const momentsPerPatientMax = 10;
const momentsPerDayMax = 3_000;

/** After the last day everything must end within this; the longest ladders take months. Days. */
const endsWithinDays = 500;

/**
 * Lives the days of one clinic: the production use cases on simulated tables, queues, streams,
 * providers, clocks and people, with the faults that the seed draws. Then nothing goes wrong any
 * more, everybody is let go on until nothing is left to do, and all that happened is judged.
 */
export async function simulate(options: SimulateOptions): Promise<Simulated> {
  const { seed, patients, days } = options;
  const dice = diceOf(`simulation/${seed}`);
  const organization = drawOrganization(dice, options.notices);
  const { zone } = organization.business;
  const names = drawFaultNames(seed, options.faults);
  const firstDay = drawFirstDay(dice, names.includes("clock-change"), days);
  const span = { from: startOfDay(firstDay, zone), until: startOfDay(firstDay + days, zone) };
  const campaigns = drawCampaigns(options.campaigns, dice).map(standInFor);
  const people = inhabitants({ seed, patients, campaigns, from: firstDay, days });
  const timeline = new Timeline(span.from);
  const faults = planFaults(seed, names, span);
  const town = await openTown(options, { organization, campaigns, timeline, faults, dice });
  const { ground, clinic } = town;
  const life = { ground, clinic, campaigns, inhabitants: people, zone, ...span };
  bringEverybodyIn(life);
  disturb(life);
  if (faults.has("region-move")) moveRegions(town, span);
  selectDaily(life);

  const momentsMax = days * (momentsPerPatientMax * patients + momentsPerDayMax);
  await timeline.runUntil(span.until, momentsMax);
  faults.heal();
  town.heal();
  const hasEnded = await timeline.runUntil(span.until + endsWithinDays * dayMs, momentsMax);
  if (!hasEnded) town.witness.tell(2, "", "simulation", "it never came to rest");

  const { witness, home } = town;
  const ledger = home.ledger();
  const { policy } = organization;
  const everywhere = home.everywhere();
  const { stores } = home.region;
  const { entries: worklist } = await stores.worklist.page(organization.id, {}, { limit: 100 });
  const judged = judge({
    ...{ witness, ledger, policy, everywhere, end: timeline.now() },
    written: home.region.written,
    leftBehind: home.leftBehind(),
    records: stores.records.all(),
    worklist,
  });
  const findings = [...judged, ...(await miscounted(stores.ledger, stores.organization))];
  return {
    ...{ seed, trace: witness.digest(), from: formatDay(firstDay), faults: names },
    touches: touchesIn(everywhere),
    accepted: witness.accepted.length,
    replies: witness.said.size,
    tasks: everywhere.filter(({ event }) => event.type === "escalated").length,
    writes: witness.writes,
    findings,
  };
}

/** Some of them, so that the seeds differ in what goes on beside each other. */
function drawCampaigns(all: readonly Campaign[], dice: Dice): readonly Campaign[] {
  const left = [...all];
  const drawn: Campaign[] = [];
  while (drawn.length < campaignsAtOnce && left.length > 0) {
    const [one] = left.splice(dice.between(0, left.length - 1), 1);
    if (one) drawn.push(one);
  }
  return drawn;
}

/** Planned contacts, and direct answers, which are claimed without a plan. */
function touchesIn(rows: readonly LedgerRow[]): number {
  const keys = new Set<string>();
  for (const row of rows) {
    const { event } = row;
    const isMade = event.type === "touch-planned" || event.type === "touch-claimed";
    if (isMade) keys.add(touchKey(row, event.touch));
  }
  return keys.size;
}
