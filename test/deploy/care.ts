import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import type { Campaign } from "#domain/campaign/campaign";
import type { LedgerRow } from "#domain/ledger/row";
import { type Verification, verify } from "#domain/ledger/verify";
import type { Organization } from "#domain/patient/organization";
import type { Profile } from "#domain/patient/profile";
import type { PatientRecord } from "#domain/record/record";
import { parseTouchKey } from "#domain/record/touch";
import { publishOrganization } from "#local/publish";
import { type LocalStores, localStores, type StackAddress } from "#local/stores";
import { type OverduePatient, published, sleeplessClinic } from "./clinic.ts";
import type { DeployedRegion } from "./deployed-region.ts";
import { originationIdentity } from "./environments.ts";
import type { Providers } from "./providers.ts";

/** The clinic at work on one deployment: what it publishes, what patients say, what came of it. */
export class Care {
  readonly clinic: Organization;
  readonly address: StackAddress;
  readonly #stores: LocalStores;
  readonly #region: DeployedRegion;
  readonly #providers: Providers;

  constructor(region: DeployedRegion, address: StackAddress, providers: Providers) {
    this.clinic = sleeplessClinic(region.environment);
    this.address = address;
    this.#stores = localStores(address);
    this.#region = region;
    this.#providers = providers;
  }

  async publish(...campaigns: readonly Campaign[]): Promise<void> {
    const { address, clinic } = this;
    const publication = { ...published, organization: clinic, campaigns };
    await publishOrganization({ address, clock: Date }, publication);
  }

  /** The daily selection, by the schedule's own input. */
  async select(): Promise<void> {
    await this.#region.invoke("select-patients", {
      schema: "select.v1",
      organization: this.clinic.id,
    });
  }

  /** The minute's release, by the schedule's own input, and time for what it puts on lanes. */
  async release(): Promise<void> {
    await this.#region.invoke("release-due", { schema: "release.v1" });
    await wait(laneMs);
  }

  /** The patient's text reaches the carrier, and the carrier tells the topic. */
  async says(patient: OverduePatient, words: string): Promise<void> {
    await this.#region.publish("sms-inbound", {
      originationNumber: patient.phone,
      destinationNumber: originationIdentity,
      messageKeyword: "KEYWORD",
      messageBody: words,
      inboundMessageId: randomUUID(),
    });
  }

  profile({ id }: OverduePatient): Promise<Profile | undefined> {
    return this.#stores.profiles.load(this.clinic.id, id);
  }

  async record({ id }: OverduePatient): Promise<PatientRecord | undefined> {
    const shards = this.#region.environment.dueShards;
    return createRecordStore({ table: this.#stores.table, shards }).load(this.clinic.id, id);
  }

  /** The steps whose texts the carrier took on for this patient, in order. */
  textsTo({ id }: OverduePatient): readonly string[] {
    return this.#providers.book
      .all()
      .map(({ key }) => parseTouchKey(key))
      .flatMap((one) => (one?.patient === id ? [one.touch.step] : []));
  }

  /** Ids of the tasks before agents. */
  tasks(): readonly string[] {
    return [...this.#providers.tasks.keys()];
  }

  /** Reads the ledger as it was published from the table's stream, and holds it to the laws. */
  async judge(): Promise<Verification> {
    const rows: LedgerRow[] = [];
    for await (const row of this.#stores.ledger.all(this.clinic.id)) rows.push(row);
    const accepted = this.#providers.book.all();
    return verify(rows, { policy: this.clinic.policy, asOf: Date.now(), accepted });
  }
}

/** Longer than a function takes to start and a lane to be polled. */
const laneMs = 4_000;
