import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { buildReplace } from "#adapters/dynamodb/eligibility-index";
import { factsKey } from "#adapters/dynamodb/keys";
import { type Day, formatDay } from "#domain/time";
import { inTurns } from "#usecases/in-turns";

/** What one batch may hold. */
const batchMax = 24;
const batchesAtOnce = 8;

export interface Load {
  readonly from: number;
  readonly to: number;
  readonly due: number;
  readonly campaign: string;
  readonly today: Day;
  /** Bodies of stored facts, dealt out to the patients in turn. None are stored without it. */
  readonly facts?: readonly string[];
}

/**
 * Adds patients `from` … `to` to the table: to each an entry of the index, the first `due` of all
 * with a day that has come, the others with a day in the next ten years; and their facts.
 */
export async function loadPatients(
  client: DynamoDBClient,
  table: string,
  given: Load,
): Promise<void> {
  const numbers = Array.from({ length: given.to - given.from }, (_, i) => given.from + i);
  const each = given.facts === undefined ? batchMax : batchMax / 2;
  const batches = Array.from({ length: Math.ceil(numbers.length / each) }, (_, i) =>
    numbers.slice(i * each, (i + 1) * each),
  );
  await inTurns(batches, batchesAtOnce, async (batch) => {
    const requests = batch.flatMap((number) => {
      const isDue = number < given.due;
      const startsOn = isDue ? given.today - (number % 30) : given.today + 1 + (number % 3_650);
      const entry = {
        campaign: given.campaign,
        version: 1,
        from: startsOn,
        through: startsOn + 12_000,
        startsOn,
        nextFrom: startsOn + 13_000,
        episode: formatDay(startsOn),
      };
      const patient = patientOf(number);
      return [
        ...buildReplace("oak", patient, [entry], []),
        ...(given.facts === undefined ? [] : [factsOf(patient, number, given.facts)]),
      ];
    });
    const input = { RequestItems: { [table]: requests } };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand(input));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error("a batch was cut short");
  });
}

function factsOf(patient: string, number: number, bodies: readonly string[]): WriteRequest {
  const { pk, sk } = factsKey("oak", patient);
  const body = bodies[number % bodies.length] ?? "[]";
  return { PutRequest: { Item: { pk: { S: pk }, sk: { S: sk }, body: { S: body } } } };
}

/** Ids spread over the table as those of a real system do. */
function patientOf(number: number): string {
  return `${((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0")}-${number}`;
}
