import {
  CreateTableCommand,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { hasDynamodb, patientTable, startDynamodb } from "#support/dynamodb";
import { exponentOf, type Figures, figuresOf, type Result, timed } from "./figures.ts";
import { storedSubjects } from "./from-facts.ts";
import { loadPatients } from "./load-patients.ts";
import { today } from "./population.ts";

const sizes = [10_000, 20_000, 40_000, 80_000, 160_000] as const;
/** The scan is read at this size, and the index beside it. */
const scannedAt = 80_000;
const due = 1_000;
const rounds = 7;
const campaign = "screening/mammogram";

/**
 * The daily selection as the function does it, on a table that grows while the due stay 1,000; and
 * beside it what a scan with a filter would read of the same table, which holds the entries and the
 * facts of everybody (in production also profiles and records).
 */
export async function onTheTable(): Promise<readonly Result[]> {
  if (!hasDynamodb) throw new Error("no DynamoDB engine for this machine");
  const engine = await startDynamodb();
  try {
    return await measured(engine.client);
  } finally {
    await engine.stop();
  }
}

async function measured(client: DynamoDBClient): Promise<readonly Result[]> {
  const name = "bench";
  const { StreamSpecification: _, ...table } = patientTable(name);
  await client.send(new CreateTableCommand(table));
  const units = countUnits(client);
  const index = createEligibilityIndex({ client, name });
  const facts = storedSubjects(500).map((subject) => JSON.stringify(subject.facts));
  const reads: (readonly [number, number])[] = [];
  const times: (readonly [number, Figures])[] = [];
  let scanned = 0;
  let loaded = 0;
  for (const size of sizes) {
    const load = { from: loaded, to: size, due, campaign, today };
    await loadPatients(client, name, size <= scannedAt ? { ...load, facts } : load);
    loaded = size;
    const spent: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      units.reset();
      spent.push(await timed(() => selectAll(index)));
    }
    reads.push([size, units.read()]);
    times.push([size, figuresOf(spent.slice(1))]);
    if (size === scannedAt) scanned = await scanUnits(client, name);
  }
  const read = reads.find(([size]) => size === scannedAt)?.[1] ?? Number.NaN;
  const one = (value: number): Figures => figuresOf([value]);
  return [
    {
      name: "Read units of a day's selection, exponent of patients",
      unit: "",
      figures: one(exponentOf(reads)),
      bar: { is: "at-most", value: 0.1 },
    },
    {
      name: "Time of a day's selection, exponent of patients",
      unit: "",
      figures: {
        median: exponentOf(times.map(([size, { median }]) => [size, median])),
        least: exponentOf(times.map(([size, { least }]) => [size, least])),
        most: exponentOf(times.map(([size, { most }]) => [size, most])),
      },
      bar: { is: "at-most", value: 0.1 },
    },
    {
      name: `Read units of a filtered scan, at ${scannedAt} patients`,
      unit: "× the index",
      figures: one(scanned / read),
      bar: { is: "at-least", value: 200 },
    },
    ...reads.map(([size, value]) => ({
      name: `  selection at ${size} patients`,
      unit: "read units",
      figures: one(value),
    })),
    ...times.map(([size, figures]) => ({
      name: `  selection at ${size} patients`,
      unit: "ms",
      figures,
    })),
  ];
}

async function selectAll(index: ReturnType<typeof createEligibilityIndex>): Promise<void> {
  let cursor: string | undefined;
  let found = 0;
  do {
    const page = await index.starting("oak", campaign, today, {
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found += page.patients.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (found !== due) throw new Error(`${found} were due`);
}

/** Read units of everything the client does, as the engine meters them. */
function countUnits(client: DynamoDBClient) {
  let units = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "QueryCommand") return next(args);
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const { ConsumedCapacity } = answer.output as ScanCommandOutput;
      units += ConsumedCapacity?.CapacityUnits ?? Number.NaN;
      return answer;
    },
    { step: "initialize" },
  );
  return {
    read: () => units,
    reset: () => {
      units = 0;
    },
  };
}

async function scanUnits(client: DynamoDBClient, name: string): Promise<number> {
  let units = 0;
  let from: ScanCommandOutput["LastEvaluatedKey"];
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        FilterExpression: "startsFor = :campaign AND startsOn <= :today",
        ExpressionAttributeValues: {
          ":campaign": { S: `oak#${campaign}` },
          ":today": { N: String(today) },
        },
        ReturnConsumedCapacity: "TOTAL",
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    units += page.ConsumedCapacity?.CapacityUnits ?? Number.NaN;
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return units;
}
