import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { number, text } from "#adapters/dynamodb/item";
import { type Instant, parseInstant } from "#domain/time";
import { batchOf } from "#infra/environments";
import { batch as eventOf } from "#support/lambda";
import { composeFunctions } from "./campaign/functions.ts";
import { admitPatients, enrollPatients } from "./campaign/population.ts";
import { type BenchRegion, startRegion } from "./campaign/region.ts";
import { figuresOf, type Result, timed } from "./figures.ts";

const rounds = 7;
const touchesPerRound = 100;

/** Invocations beside each other, each with a batch as the stacks set it. */
const workers = 4;
const campaign = "screening/mammogram";

/** A Monday at noon, when every window is open. */
const noon = parseInstant("2026-11-30T12:00:00-05:00") as Instant;

/**
 * Whole texts, claim and outcome with all that is read for them, by `send-sms`'s own handler; beside
 * two bare conditional writes of an item of the same size and indexes, turn by turn on the same engine.
 */
export async function touchThroughput(): Promise<readonly Result[]> {
  const region = await startRegion(campaign, noon);
  try {
    await admitPatients(region, rounds * touchesPerRound);
    await enrollPatients(region, campaign, rounds * touchesPerRound);
    const { queue } = await composeFunctions(region);
    const rates: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const numbers = Array.from(
        { length: touchesPerRound },
        (_, index) => round * touchesPerRound + index,
      );
      const batches = Array.from({ length: numbers.length / batchOf.sms }, (_, at) =>
        numbers.slice(at * batchOf.sms, (at + 1) * batchOf.sms),
      );
      const bare = await timed(() => atOnce(batches, (batch) => writeTwice(region, batch)));
      const ours = await timed(() =>
        atOnce(batches, (batch) => queue.sms(dueBatch(region, batch), {} as never)),
      );
      if (round === 0) continue;
      rates.push((1_000 * touchesPerRound) / ours);
      ratios.push(bare / ours);
    }
    const sent = region.providers.sms.received.length;
    if (sent !== rounds * touchesPerRound) throw new Error(`${sent} texts were sent`);
    return [
      {
        name: "Whole touches, of the rate of two bare writes",
        unit: "×",
        figures: figuresOf(ratios),
        bar: { is: "at-least", value: 0.85 },
      },
      { name: "  whole touches", unit: "touches/s", figures: figuresOf(rates) },
    ];
  } finally {
    await region.stop();
  }
}

function dueBatch({ clock, organization }: BenchRegion, numbers: readonly number[]) {
  return eventOf(
    numbers.map((number) => ({
      schema: "due.v1",
      organization,
      patient: `patient-${number}`,
      lane: "sms",
      dueAt: clock.now(),
    })),
  );
}

/** A record's item with nothing read or decided: twice, the second on condition of the first. */
async function writeTwice({ clock, patients, stores }: BenchRegion, numbers: readonly number[]) {
  const put = (patient: number, revision: number) =>
    new PutItemCommand({
      TableName: patients,
      Item: {
        pk: text(`bare#${patient}`),
        sk: text("record"),
        revision: number(revision),
        body: text("x".repeat(600)),
        lane: text("sms#0"),
        dueAt: number(clock.now() + revision),
      },
      ...(revision === 1
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "revision = :loaded",
            ExpressionAttributeValues: { ":loaded": number(revision - 1) },
          }),
    });
  await Promise.all(
    numbers.map(async (patient) => {
      await stores.table.client.send(put(patient, 1));
      await stores.table.client.send(put(patient, 2));
    }),
  );
}

async function atOnce<Batch>(batches: readonly Batch[], work: (batch: Batch) => Promise<unknown>) {
  const left = [...batches];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let batch = left.shift(); batch !== undefined; batch = left.shift()) await work(batch);
    }),
  );
}
