import type { Item } from "#adapters/dynamodb/item";
import type { Instant } from "#domain/time";
import { callAws } from "#local/engines/aws-json";
import { StreamReader, type StreamRecord } from "#local/events/stream-reader";
import { patientTable } from "#support/dynamodb";
import { nameTable } from "../seam/seam.ts";
import { clock } from "./clock.ts";
import { ledgerTable, patientsTable } from "./region.ts";

const itemsPerBatch = 25;
let tables = 0;

/** What both tables hold. */
export interface Contents {
  readonly patients: readonly Item[];
  readonly ledger: readonly Item[];
}

/** The two tables of one case, empty of every other. */
export class Tables {
  readonly #endpoint: string;
  readonly #patients: string;
  readonly #ledger: string;
  #stream: StreamReader | undefined;
  #hasLedger = false;
  /** All that the stream has told. */
  readonly #history: StreamRecord[] = [];
  #read = 0;

  constructor(endpoint: string) {
    tables += 1;
    this.#endpoint = endpoint;
    this.#patients = `patients-${tables}`;
    this.#ledger = `ledger-${tables}`;
  }

  /** From now on functions find the patients' table, which holds this. */
  async open(patients: Contents["patients"]): Promise<void> {
    const { TableDescription } = await this.#call<{
      readonly TableDescription: { readonly LatestStreamArn: string };
    }>("CreateTable", patientTable(this.#patients));
    nameTable(patientsTable, this.#patients);
    const clockOfStream = { isVirtual: true, now: clock.now, schedule: () => undefined };
    this.#stream = new StreamReader(
      TableDescription.LatestStreamArn,
      this.#endpoint,
      clockOfStream,
    );
    this.#stream.onRecords((_, records) => this.#history.push(...records));
    await this.#fill(this.#patients, patients);
  }

  /** The same for the ledger, which most functions never touch. */
  async openLedger(rows: Contents["ledger"]): Promise<void> {
    if (this.#hasLedger) return;
    this.#hasLedger = true;
    await this.#call("CreateTable", plainTable(this.#ledger));
    nameTable(ledgerTable, this.#ledger);
    await this.#fill(this.#ledger, rows);
  }

  /** What was written since the last time that this was asked. */
  async written(): Promise<readonly StreamRecord[]> {
    await this.#stream?.poll();
    const news = this.#history.slice(this.#read);
    this.#read = this.#history.length;
    return news;
  }

  /** Every image that the stream has shown. */
  images(): readonly (Item | undefined)[] {
    return this.#history.map(({ dynamodb }) => dynamodb.NewImage as unknown as Item | undefined);
  }

  /** When the due index next has something. */
  async firstDue(): Promise<Instant | undefined> {
    const { Items } = await this.#call<{ readonly Items: readonly Item[] }>("Scan", {
      TableName: this.#patients,
      IndexName: "due",
    });
    const moments = Items.map(({ dueAt }) => Number(dueAt?.N));
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  async contents(): Promise<Contents> {
    const scan = async (TableName: string) =>
      (await this.#call<{ readonly Items: readonly Item[] }>("Scan", { TableName })).Items;
    const ledger = this.#hasLedger ? await scan(this.#ledger) : [];
    return { patients: await scan(this.#patients), ledger };
  }

  async drop(): Promise<void> {
    await this.#call("DeleteTable", { TableName: this.#patients });
    if (this.#hasLedger) await this.#call("DeleteTable", { TableName: this.#ledger });
  }

  async #fill(table: string, items: readonly Item[]): Promise<void> {
    for (let from = 0; from < items.length; from += itemsPerBatch) {
      const batch = items.slice(from, from + itemsPerBatch);
      const requests = batch.map((item) => ({ PutRequest: { Item: item } }));
      await this.#call("BatchWriteItem", { RequestItems: { [table]: requests } });
    }
  }

  #call<Answer>(operation: string, input: object): Promise<Answer> {
    return callAws(this.#endpoint, `DynamoDB_20120810.${operation}`, input);
  }
}

function plainTable(TableName: string): object {
  const { AttributeDefinitions, KeySchema, BillingMode } = patientTable(TableName);
  const keys = new Set(KeySchema?.map(({ AttributeName }) => AttributeName));
  return {
    ...{ TableName, KeySchema, BillingMode },
    AttributeDefinitions: AttributeDefinitions?.filter(({ AttributeName }) =>
      keys.has(AttributeName),
    ),
  };
}
