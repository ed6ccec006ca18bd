import { AsyncLocalStorage } from "node:async_hooks";
import type { ConsumedCapacity, DynamoDBClient, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { type Payer, payerOf } from "./payer.ts";

/** What was used so far. */
export interface Usage {
  readonly writes: ReadonlyMap<Payer, number>;
  readonly reads: ReadonlyMap<Payer, number>;
  readonly writesBy: ReadonlyMap<string, number>;
  readonly scans: number;
  /** Calls of SQS, batches as one: those of functions, and those of Lambda's pollers. */
  readonly queueCalls: number;
  readonly invocations: number;
  /** Milliseconds that functions ran. */
  readonly ranMs: number;
  readonly logBytes: number;
}

/** What Lambda itself writes into the log of each invocation: its start and its report, about. */
const platformLogBytes = 600;

type Counts = Map<string, number>;

/**
 * Counts request units as the engine reports them (`ReturnConsumedCapacity: INDEXES`). What AWS bills and no
 * engine reports is added by its rule: a condition that refuses costs what the write would have
 * (Amazon DynamoDB Developer Guide, "Read and write operations"); each item of a cancelled
 * transaction twice. All items that conditions guard here are within one unit.
 */
export class Meter {
  readonly #writes = new Map<Payer, number>();
  readonly #reads = new Map<Payer, number>();
  readonly #writesBy: Counts = new Map();
  readonly #function = new AsyncLocalStorage<string>();
  #scans = 0;
  #queueCalls = 0;
  #invocations = 0;
  #ranMs = 0;
  #logBytes = 0;

  /** Runs one invocation of a function; what it uses is booked under its name. */
  async invoke<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
    this.#invocations += 1;
    this.#logBytes += platformLogBytes;
    const from = performance.now();
    const answer = await this.#function.run(name, work);
    this.#ranMs += performance.now() - from;
    return answer;
  }

  /** A call that Lambda or another service makes of SQS for us. */
  queueCall(): void {
    this.#queueCalls += 1;
  }

  logged(bytes: number): void {
    this.#logBytes += bytes;
  }

  watchTables(client: DynamoDBClient): void {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (this.#function.getStore() === undefined) return next(args);
        Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
        const request = args.input as Request;
        const { commandName = "" } = context;
        if (commandName === "ScanCommand") this.#scans += 1;
        try {
          const answer = await next(args);
          const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Reported };
          if (ConsumedCapacity === undefined) throw new Error(`${commandName} was not metered`);
          for (const one of [ConsumedCapacity].flat()) this.#take(commandName, request, one);
          return answer;
        } catch (error) {
          if (error instanceof Error) this.#takeRefused(error.name, request);
          throw error;
        }
      },
      { step: "initialize" },
    );
  }

  watchQueues(client: SQSClient): void {
    client.middlewareStack.add(
      (next) => async (args) => {
        if (this.#function.getStore() !== undefined) this.#queueCalls += 1;
        return next(args);
      },
      { step: "initialize" },
    );
  }

  usage(): Usage {
    return {
      writes: new Map(this.#writes),
      reads: new Map(this.#reads),
      writesBy: new Map(this.#writesBy),
      scans: this.#scans,
      queueCalls: this.#queueCalls,
      invocations: this.#invocations,
      ranMs: this.#ranMs,
      logBytes: this.#logBytes,
    };
  }

  #take(command: string, request: Request, consumed: ConsumedCapacity): void {
    for (const [index, { CapacityUnits = 0 }] of Object.entries(
      consumed.GlobalSecondaryIndexes ?? {},
    )) {
      this.#add(command, index === "due" ? "due index" : "eligibility index", CapacityUnits);
    }
    const units = consumed.Table?.CapacityUnits ?? 0;
    const payers = payersOf(request);
    for (const payer of payers) this.#add(command, payer, units / payers.length);
  }

  #takeRefused(name: string, request: Request): void {
    const refused = ["ConditionalCheckFailedException", "TransactionCanceledException"];
    if (!refused.includes(name)) return;
    const items = request.TransactItems?.length ?? 0;
    this.#add("PutItemCommand", "refused conditions", items > 0 ? 2 * items : 1);
  }

  #add(command: string, payer: Payer, units: number): void {
    const isRead = /^(Get|Query|Scan|BatchGet|TransactGet)/.test(command);
    add(isRead ? this.#reads : this.#writes, payer, units);
    if (!isRead) add(this.#writesBy, this.#function.getStore() ?? "", units);
  }
}

type Reported = ConsumedCapacity | readonly ConsumedCapacity[];
type Key = Readonly<Record<string, { readonly S?: string }>>;

interface Request {
  readonly Key?: Key;
  readonly Item?: Key;
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  readonly TransactItems?: readonly TransactWriteItem[];
  readonly RequestItems?: Readonly<Record<string, readonly unknown[]>>;
}

/** The engine reports the whole of a transaction: its items share it alike, each within one unit. */
function payersOf(request: Request): readonly Payer[] {
  if (request.TransactItems) {
    return request.TransactItems.map(({ Put, Update, Delete }) =>
      ofKey((Put?.Item ?? Update?.Key ?? Delete?.Key) as Key | undefined),
    );
  }
  if (request.RequestItems) {
    return Object.values(request.RequestItems)
      .flat()
      .map((one) => {
        const { PutRequest, DeleteRequest } = one as {
          PutRequest?: { Item: Key };
          DeleteRequest?: { Key: Key };
        };
        return ofKey(PutRequest?.Item ?? DeleteRequest?.Key);
      });
  }
  const values = request.ExpressionAttributeValues;
  return [ofKey(request.Key ?? request.Item ?? { pk: values?.[":pk"] ?? {} })];
}

function ofKey(key: Key | undefined): Payer {
  return payerOf(key?.["pk"]?.S ?? "", key?.["sk"]?.S ?? "");
}

function add<Name>(counts: Map<Name, number>, name: Name, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}
