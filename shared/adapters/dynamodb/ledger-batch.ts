import { randomUUID } from "node:crypto";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type Put,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { LedgerRow } from "../../domain/ledger/row.ts";
import { TryAgain } from "../../errors.ts";
import type { LedgerWrite } from "../../ports.ts";
import { buildMember } from "./cohort-item.ts";
import { asked, isTransactionConflict } from "./fault.ts";
import { text, textIn } from "./item.ts";
import { type ItemKey, ledgerBatchKey } from "./keys.ts";
import { buildPutRows, keyOf } from "./ledger-item.ts";
import { buildDeltas } from "./reach-delta.ts";
import { fold } from "./reach-fold.ts";
import type { Table } from "./table.ts";

/**
 * How writes are counted once although their rows and the tallies are not one transaction.
 *
 *   put rows, named after a batch  →  ① →  one transaction: batch `counted` + what it adds  →  ②
 *   →  now and then, what several batches added is folded into the tallies  →  ③
 *
 * Rows count exactly when the batch that they name is `counted`. A worker that stops at ① leaves rows
 * that name a batch which is not there. Whoever is told of them again writes that batch as `given-up`, which
 * keeps its worker from ever counting it, and then takes the rows over for a batch of its own. What a
 * batch is, is written once and stays.
 */
export type BatchState = "counted" | "given-up";

/** Rounds of a part against others who are told the same. */
const roundsMax = 12;

type Rows = readonly [LedgerRow, ...LedgerRow[]];

/** Lets a little time pass, more in later rounds, so that workers who met do not meet again. */
export type Pause = (round: number) => Promise<unknown>;

/** Where the ledger is, and how its workers give way to each other. */
export interface LedgerTable extends Table {
  readonly pause: Pause;
  /** Whether whoever has counted this batch also folds; told by what is in it, so that it can be repeated. */
  readonly isTurnToFold: (seed: string) => boolean;
}

/** Keeps and counts writes of one organization. */
export async function keepAndCount(
  table: LedgerTable,
  organization: string,
  writes: readonly LedgerWrite[],
): Promise<void> {
  const batches = new BatchBook(table, organization);
  for (let round = 1; round <= roundsMax; round += 1) {
    const batch = randomUUID();
    const ours = await takeAll(table, batches, writes, batch);
    if (ours.length === 0) return;
    await enlist(table, ours);
    const counts = ours.flatMap((write) => write.counts);
    const adds = buildDeltas(table.name, organization, batch, counts);
    if ((await batches.count(batch, adds)) === "counted") {
      if (table.isTurnToFold(seedOf(ours))) await fold(table, organization);
      return;
    }
    await table.pause(round);
  }
  throw new TryAgain("ledger/contended");
}

function seedOf([first]: readonly LedgerWrite[]): string {
  const [row] = first?.rows ?? [];
  return `${row?.patient}/${row?.revision}/${row?.inputs}`;
}

/** Before they are counted: a number never has people behind it who are not found. Repeats are harmless. */
async function enlist(table: Table, writes: readonly LedgerWrite[]): Promise<void> {
  const puts = writes.flatMap(({ rows, cohorts }) =>
    cohorts.map((cohort) => buildMember(table.name, rows[0] as LedgerRow, cohort)),
  );
  await Promise.all(puts.map((put) => asked(() => table.client.send(new PutItemCommand(put)))));
}

/** The writes that this batch is to count: patients beside each other, each patient's in their order. */
async function takeAll(
  table: Table,
  batches: BatchBook,
  writes: readonly LedgerWrite[],
  batch: string,
): Promise<readonly LedgerWrite[]> {
  const byPatient = Map.groupBy(writes, ({ rows }) => rows[0]?.patient);
  const taken = await Promise.all(
    [...byPatient.values()].map(async (life) => {
      const ours: LedgerWrite[] = [];
      for (const write of life) {
        if (await take(table, batches, write.rows as Rows, batch)) ours.push(write);
      }
      return ours;
    }),
  );
  return taken.flat();
}

/** Whether the rows now name this batch; else they are counted by another. */
async function take(table: Table, batches: BatchBook, rows: Rows, batch: string): Promise<boolean> {
  const { client, name } = table;
  const put = new PutItemCommand(buildPutRows(name, rows, batch));
  let named = await nameAfter(() => client.send(put), batch);
  while (named !== batch) {
    if ((await batches.settle(named)) === "counted") return false;
    const move = new UpdateItemCommand(buildMove(name, keyOf(rows), named, batch));
    named = await nameAfter(() => client.send(move), batch);
  }
  return true;
}

/**
 * The batch that the rows name after this write: ours, or that of the item which refused it. When only the
 * answer to a first try was lost, that is ours, too.
 */
function nameAfter(write: () => Promise<unknown>, batch: string): Promise<string> {
  return asked(async () => {
    try {
      await write();
      return batch;
    } catch (error) {
      return textIn(itemThatRefused(error), "batch");
    }
  });
}

function itemThatRefused(error: unknown): Record<string, AttributeValue> {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item ?? {};
}

/** They still name the batch that was given up. */
const isStillTheirs = "#batch = :theirs";

export function buildMove(
  table: string,
  key: ItemKey,
  theirs: string,
  ours: string,
): UpdateItemCommandInput {
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: "SET #batch = :ours",
    ConditionExpression: isStillTheirs,
    // A reserved word of the expression language.
    ExpressionAttributeNames: { "#batch": "batch" },
    ExpressionAttributeValues: { ":ours": text(ours), ":theirs": text(theirs) },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}

/** What became of batches. An answer is asked for once: it never changes. */
class BatchBook {
  readonly #table: LedgerTable;
  readonly #organization: string;
  readonly #settled = new Map<string, Promise<BatchState>>();

  constructor(table: LedgerTable, organization: string) {
    this.#table = table;
    this.#organization = organization;
  }

  /** Counts the batch, unless somebody gave it up. */
  async count(batch: string, adds: readonly Put[]): Promise<BatchState> {
    const input = buildCount(this.#table.name, ledgerBatchKey(this.#organization, batch), adds);
    const command = new TransactWriteItemsCommand(input);
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#table.client.send(command);
        return "counted";
      } catch (error) {
        const is = stateThatCancelled(error);
        if (is !== undefined) return is;
        if (!isTransactionConflict(error)) return asked(() => Promise.reject(error));
        if (tries === roundsMax) throw new TryAgain("ledger/contended", { cause: error });
        await this.#table.pause(tries);
      }
    }
  }

  /** Gives another's batch up, unless it was counted. */
  settle(batch: string): Promise<BatchState> {
    const known = this.#settled.get(batch);
    if (known) return known;
    const input = buildState(
      this.#table.name,
      ledgerBatchKey(this.#organization, batch),
      "given-up",
    );
    const settling = asked(async (): Promise<BatchState> => {
      try {
        await this.#table.client.send(new PutItemCommand(input));
        return "given-up";
      } catch (error) {
        return stateIn(itemThatRefused(error));
      }
    });
    this.#settled.set(batch, settling);
    return settling;
  }
}

/** What the batch was when it refused to be counted: `counted` where only the answer was lost. */
function stateThatCancelled(error: unknown): BatchState | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const [reason] = error.CancellationReasons ?? [];
  return reason?.Code === "ConditionalCheckFailed" ? stateIn(reason.Item ?? {}) : undefined;
}

function stateIn(item: Record<string, AttributeValue>): BatchState {
  return textIn(item, "is") === "counted" ? "counted" : "given-up";
}

/** Nobody has said what became of the batch. */
const isOpen = "attribute_not_exists(pk)";

export function buildState(table: string, key: ItemKey, is: BatchState): Put {
  return {
    TableName: table,
    Item: { pk: text(key.pk), sk: text(key.sk), is: text(is) },
    ConditionExpression: isOpen,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}

export function buildCount(
  table: string,
  key: ItemKey,
  adds: readonly Put[],
): TransactWriteItemsCommandInput {
  const state = buildState(table, key, "counted");
  return { TransactItems: [{ Put: state }, ...adds.map((add) => ({ Put: add }))] };
}
