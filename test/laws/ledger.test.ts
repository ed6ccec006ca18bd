import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  type PutItemCommand,
  type TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { BatchState } from "#adapters/dynamodb/ledger-batch";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import type { Table } from "#adapters/dynamodb/table";
import type { LedgerRow } from "#domain/ledger/row";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { LedgerStore } from "#ports";
import { anyFates } from "#support/laws/any-fate";
import { lawEngine } from "#support/laws/engine";
import { anyOrder, createInterleaving, nobodyElse, type Worker } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { createPublishLedger } from "#usecases/publish-ledger";

/** Three patients with four writes each, as one shard of the stream shows them. */
const stream: readonly (readonly LedgerRow[])[] = Array.from({ length: 12 }, (_, at) => {
  const owner = { organization: "oak", patient: `p${at % 3}` };
  const write = { ...owner, revision: 1 + Math.floor(at / 3), inputs: "digest" };
  const campaign = at % 2 === 0 ? "screening/check" : "lab-reminder/hba1c";
  const enrollment = { campaign, episode: "2026-11-01", version: 1 } as const;
  const answered = { type: "answered", step: "invite", answer: `a${at}`, channel: "sms" } as const;
  return [
    { ...write, index: 0, event: { type: "stage-reached", at, ...enrollment, stage: "touched" } },
    { ...write, index: 1, event: { ...answered, at, ...enrollment } },
  ];
});

/** How a store that is broken talks to its table. */
type Plant = (command: unknown, send: () => Promise<unknown>) => Promise<unknown>;

/** The stream again from one record to another, as a retry, a cut batch or a person gives it. */
const anyPart = fc
  .tuple(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => stream.slice(from, from + length));

lawTests("law 13: the account is whole, and each write is counted once", () => {
  const engine = lawEngine();
  let takenOver = 0;

  const publishing = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(fc.tuple(anyPart, anyFates), { minLength: 3, maxLength: 5 }),
      async (order, deliveries) => {
        const table = await engine.freshTable(() => undefined);
        const workers = createInterleaving(order, engine.tally());
        deliveries.forEach(([part, fates], index) => {
          const job = (worker: Worker) => publish(storeOf(table, worker, plant), part);
          workers.begin(`publish ${index}`, job, fates);
        });
        await workers.finish();
        takenOver += workers.turns().filter((turn) => turn.includes("UpdateItem")).length;
        // In the end the stream has shown everything to somebody who lived.
        const ledger = storeOf(table, nobodyElse, plant);
        await publish(ledger, stream);
        const kept: LedgerRow[] = [];
        for await (const row of ledger.all("oak")) kept.push(row);
        const byKey = (a: LedgerRow, b: LedgerRow) =>
          a.patient.localeCompare(b.patient) || a.revision - b.revision || a.index - b.index;
        expect(kept.toSorted(byKey)).toEqual(stream.flat().toSorted(byKey));
        const recount = sumCounts(stream.flat().flatMap(({ event }) => reachCounts(event)));
        expect(await ledger.reach("oak"), "tallies are not a recount").toEqual(recount);
        for (const { campaign, week } of recount) {
          const { patients } = await ledger.cohort("oak", { campaign, week }, { limit: 10 });
          expect(patients, "a number without its people").toHaveLength(3);
        }
      },
    );

  it("whoever publishes which part of the stream, in any order, and wherever they stop", async () => {
    await holds(publishing(), 40);
    expectTried(takenOver, 30);
  });

  it("would be seen broken if a batch that was given up were counted all the same", async () => {
    const seen = await seenOf(publishing(whereBatchIs("given-up", async () => ({}))), 100);
    expect(seen).toMatch(/tallies are not a recount/);
  });

  it("would be seen broken if what is folded were left where it waited", async () => {
    const twice: Plant = (command, send) => {
      const { input } = command as TransactWriteItemsCommand;
      const left = input.TransactItems?.filter((item) => item.Delete === undefined);
      if (left) input.TransactItems = left;
      return send();
    };
    expect(await seenOf(publishing(twice), 20)).toMatch(/tallies are not a recount/);
  });

  it("would be seen broken if rows that are there were taken for counted", async () => {
    const asCounted = async () => {
      throw new ConditionalCheckFailedException({
        message: "planted",
        $metadata: {},
        Item: { is: { S: "counted" } },
      });
    };
    const seen = await seenOf(publishing(whereBatchIs("given-up", asCounted)), 100);
    expect(seen).toMatch(/tallies are not a recount/);
  });
});

function publish(ledger: LedgerStore, part: readonly (readonly LedgerRow[])[]): Promise<void> {
  return createPublishLedger({ ledger })(part);
}

/** Every call of the table waits for the worker's turn. */
function storeOf({ client, name }: Table, worker: Worker, plant?: Plant): LedgerStore {
  const send = (command: { readonly constructor: { readonly name: string } }) => {
    const made = () => client.send(command as unknown as PutItemCommand);
    return worker.turn(command.constructor.name, () => (plant ? plant(command, made) : made()));
  };
  const inTurn = { send } as unknown as DynamoDBClient;
  const pause = async (round: number) => {
    const turns = 2 ** Math.min(round, 6);
    for (let turn = 0; turn < turns; turn += 1) await worker.turn("waits", async () => undefined);
  };
  return createLedgerStore({ client: inTurn, name }, { pause, isTurnToFold: () => true });
}

/** Does something else where a batch is said to be that. */
function whereBatchIs(state: BatchState, instead: () => Promise<unknown>): Plant {
  return (command, send) => {
    const { Item } = (command as PutItemCommand).input;
    return Item?.["is"]?.S === state ? instead() : send();
  };
}
