import { type ServiceUnit, shippedPrices } from "#domain/forecast/prices";
import { batchOf, heldSeconds } from "#infra/environments";
import { ledgerBytes } from "./campaign/ledger-bytes.ts";
import type { Usage } from "./campaign/meter.ts";
import { peersOfTouch } from "./campaign/peers.ts";
import { type RunCampaign, runCampaign } from "./campaign/run.ts";
import { streamBatches } from "./campaign/stream.ts";
import { figuresOf, type Result } from "./figures.ts";

const patients = 100;

/** Of a claim that advances, one move in the due index, an outcome and a receipt; no account is kept. */
const leastWrites = 5;
/** Of the record, and a share of a query of the due index. */
const leastReads = 1.05;
const overLeast = 1.15;

/** Of every function but the import (`memorySize` in the stacks). Gigabytes. */
const memory = 0.5;

/** How long a provider takes to answer: a planning figure, for ours answer at once. Seconds. */
const providerSeconds = 0.2;

/** Dollars for a million touches, carriers' fees not among them. */
const goal = 4.5;

/** How full the stream's batches are: of a region that is busy, and of one that is not. */
const streamBatchSizes = [100, 10, 1] as const;

/**
 * What one completed touch uses and what a million of them cost, from a campaign that runs from its selection
 * to its end on engines that report request units. `Usage` is all that functions did: what an
 * enrollment and its task cost is shared out over its touches.
 */
export async function touchPrice(): Promise<readonly Result[]> {
  const run = await runCampaign(patients);
  try {
    const before = run.region.meter.usage();
    const [busy, ...quieter] = await publishBySize(run);
    if (busy === undefined) throw new Error("nothing was published");
    const stored = await ledgerBytes(run.region, `ledger-${busy.size}`);
    return [
      ...usageLines(run, busy),
      ...quieter.map(({ size, writes }) =>
        perTouch(
          run,
          `  write units where the stream's batches hold ${size}`,
          sum(before.writes) + writes,
        ),
      ),
      ...priceLines(run, busy, stored),
    ];
  } finally {
    await run.region.stop();
  }
}

interface Published {
  readonly size: number;
  /** By the publisher alone. */
  readonly writes: number;
  /** Of everything. */
  readonly usage: Usage;
}

/** Publishes the whole stream anew for each size, into an empty ledger each time; the first one stays. */
async function publishBySize(run: RunCampaign): Promise<readonly Published[]> {
  const published: Published[] = [];
  for (const size of streamBatchSizes) {
    const before = run.region.meter.usage();
    const publish = await run.publisher(`ledger-${size}`);
    for (const batch of streamBatches(run.images, size)) {
      const { batchItemFailures } = await run.region.meter.invoke("publish-ledger", () =>
        publish(batch, {} as never),
      );
      if (batchItemFailures.length > 0) throw new Error("the ledger failed a record");
    }
    const usage = run.region.meter.usage();
    published.push({ size, usage, writes: sum(usage.writes) - sum(before.writes) });
  }
  return published;
}

function usageLines(run: RunCampaign, { usage }: Published): readonly Result[] {
  const split = (kind: string, spent: ReadonlyMap<string, number>) =>
    [...spent.entries()]
      .toSorted(([, a], [, b]) => b - a)
      .map(([payer, units]) => perTouch(run, `  ${kind} units: ${payer}`, units));
  return [
    {
      ...perTouch(run, "Write units of a completed touch", sum(usage.writes)),
      bar: { is: "at-most", value: overLeast * leastWrites },
    },
    ...split("write", usage.writes),
    {
      ...perTouch(run, "Read units of a completed touch", sum(usage.reads)),
      bar: { is: "at-most", value: overLeast * leastReads },
    },
    ...split("read", usage.reads),
    perTouch(run, "SQS calls of a completed touch", usage.queueCalls),
    perTouch(run, "Invocations of a completed touch", usage.invocations),
    {
      name: "Scans in the whole campaign",
      unit: "",
      figures: figuresOf([usage.scans]),
      bar: { is: "at-most", value: 0 },
    },
  ];
}

function priceLines(run: RunCampaign, { usage }: Published, stored: number): readonly Result[] {
  const cost = (quantity: number, unit: ServiceUnit) =>
    (1_000_000 * quantity * shippedPrices.services[unit].each) / run.touches;
  const computing = memory * (usage.ranMs / 1_000 + providerSeconds * sendingBatches(run));
  const parts: Readonly<Record<string, number>> = {
    "write units": cost(sum(usage.writes), "write-unit"),
    "read units": cost(sum(usage.reads), "read-unit"),
    "queue calls, those that SNS and events make too": cost(
      usage.queueCalls + run.events,
      "queue-call",
    ),
    "reports of providers by topics": cost(run.topicEvents, "topic-event"),
    invocations: cost(usage.invocations, "invocation"),
    "computing, providers' 0.2 s in it": cost(computing, "gigabyte-second"),
    "logs and metrics": cost(usage.logBytes / 1e9, "log-gigabyte"),
  };
  const total = Object.values(parts).reduce((a, b) => a + b, 0);
  const waiting = cost(memory * heldSeconds * sendingBatches(run), "gigabyte-second");
  const dollars = (name: string, value: number): Result => ({
    name,
    unit: "$",
    figures: figuresOf([value]),
  });
  return [
    {
      ...dollars("A million touches, without carriers", total),
      bar: { is: "at-most", value: goal },
    },
    ...Object.entries(parts).map(([name, value]) => dollars(`  ${name}`, value)),
    dollars("  on top, where lanes have a pace: workers that wait", waiting),
    dollars(
      "  on top, each month: the ledger they leave",
      cost(stored / 1e9, "stored-gigabyte-month"),
    ),
    ...peersOfTouch.map(({ name, operationsPerTouch, each, atMost }): Result => {
      const theirs = 1_000_000 * operationsPerTouch * each;
      return {
        name: `  of ${name}'s ${theirs.toFixed(0)} $ for ${operationsPerTouch} operations`,
        unit: "×",
        figures: figuresOf([total / theirs]),
        bar: { is: "at-most", value: atMost },
      };
    }),
  ];
}

/** Invocations that send, where their batches are full. */
function sendingBatches({ region }: RunCampaign): number {
  const { sms, email, voice } = region.providers;
  return (
    sms.received.length / batchOf.sms +
    email.received.length / batchOf.email +
    voice.received.length / batchOf.voice
  );
}

function perTouch(run: RunCampaign, name: string, used: number): Result {
  return { name, unit: "", figures: figuresOf([used / run.touches]) };
}

function sum(spent: ReadonlyMap<string, number>): number {
  return [...spent.values()].reduce((a, b) => a + b, 0);
}
