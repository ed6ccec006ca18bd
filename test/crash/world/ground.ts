import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type Item, text } from "#adapters/dynamodb/item";
import { linkKey } from "#adapters/dynamodb/keys";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { pageAttributes, saidName } from "#adapters/dynamodb/page-item";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import { linkDigest } from "#adapters/link-digest";
import { createRecordEngine } from "#composition/record-engine";
import { createSettling } from "#composition/settling";
import type { Concept } from "#domain/audience/concept";
import type { LinkToken } from "#domain/message/link";
import type { PageWord } from "#domain/page/page-word";
import type { Channel } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import type { Profile } from "#domain/patient/profile";
import type { Command, SendOutcome } from "#domain/record/command";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import { oak, profile } from "#support/a-clinic";
import { pageLink } from "#support/a-page";
import { monday } from "#support/a-record";
import { readLiveAudiences } from "#usecases/live-audiences";
import { createPublishLedger } from "#usecases/publish-ledger";
import { type CampaignName, campaigns } from "./campaigns.ts";
import { clock } from "./clock.ts";
import { ledgerTable, patientsTable } from "./region.ts";
import { type Contents, Tables } from "./tables.ts";

export const mobile = "+12025550111";
export const mailbox = "maria@patient.example";

/** What must be there before a case begins, made with the stores and use cases of production. */
export interface Ground {
  /** A patient who is known, as an import leaves one; eligible for every campaign that is live. */
  admit(person?: Partial<Profile>): Promise<void>;
  enroll(campaign: CampaignName, patient?: string, at?: Instant): Promise<void>;
  ask(...commands: readonly Command[]): Promise<void>;
  /** The touch that is due is claimed then; without an outcome the worker is gone. */
  claim(channel: Channel, at: Instant, outcome?: SendOutcome): Promise<void>;
  /** What was said on the page of the last message, which this token opens, and is not heard yet. */
  say(token: LinkToken, word: PageWord, touch: TouchKey): Promise<void>;
  /** The codes that audiences and goals are told by. */
  know(...concepts: readonly Concept[]): Promise<void>;
  /** Opens the ledger's account of all that was written until now. */
  publish(): Promise<void>;
}

/** Where people are reached. */
export function points(...addresses: readonly string[]): Profile["points"] {
  return addresses.map((address) => ({
    id: pointId(address),
    kind: address.includes("@") ? "email" : "mobile",
    address,
  }));
}

/** Prepares tables once, so that each case can begin with a copy of them. */
export async function prepareGround(
  endpoint: string,
  live: readonly CampaignName[],
  prepare: (ground: Ground) => Promise<void>,
): Promise<Contents> {
  clock.set(monday);
  const tables = new Tables(endpoint);
  await tables.open([]);
  await tables.openLedger([]);
  const engine = createRecordEngine({ TABLE_NAME: patientsTable, DUE_SHARDS: 1 });
  await engine.organizations.save(oak);
  for (const name of live) await engine.campaigns.publish("oak", campaigns[name]);
  await prepare(groundOn(tables, engine));
  const contents = await tables.contents();
  await tables.drop();
  return contents;
}

function groundOn(tables: Tables, engine: ReturnType<typeof createRecordEngine>): Ground {
  const { act, table } = engine;
  const settling = createSettling(engine);
  const directory = createPointDirectory(table);
  const ledger = createLedgerStore({ client: table.client, name: ledgerTable });
  const publishLedger = createPublishLedger({ ledger });
  return {
    async admit(overrides = {}) {
      const person = profile({ sex: "female", points: points(mobile, mailbox), ...overrides });
      await settling.profiles.save(person);
      for (const { id } of person.points) await directory.link("oak", id, person.patient);
      const audiences = await readLiveAudiences({ ...engine, ...settling }, "oak");
      const context = { at: monday, zone: oak.business.zone, ...audiences };
      await settling.settle(person, [], context);
    },
    async enroll(name, patient = "p1", at = monday) {
      const ref = { campaign: campaigns[name].id, version: 1 };
      const enroll = { type: "enroll", at, ...ref, episode: "2026-11-30" } as const;
      await act("oak", patient, () => [enroll], [ref]);
    },
    async ask(...commands) {
      for (const command of commands) await act("oak", "p1", () => [command]);
    },
    async claim(channel, at, outcome) {
      const { events } = await act("oak", "p1", () => [{ type: "claim", at, channel }]);
      const claimed = events.find((event) => event.type === "touch-claimed");
      if (!claimed) throw new Error(`nothing to claim on ${channel}`);
      if (!outcome) return;
      const { touch } = claimed;
      await act("oak", "p1", () => [{ type: "record-outcome", at, touch, outcome }]);
    },
    async say(token, word, touch) {
      const { pk, sk } = linkKey(linkDigest(token));
      const link = pageLink({ patient: "p1", touch });
      const said = { [saidName(word.is)]: text(JSON.stringify(word)) };
      const Item = { pk: text(pk), sk: text(sk), ...pageAttributes(link), ...said };
      await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
    },
    know: (...concepts) => settling.concepts.save("oak", concepts),
    async publish() {
      for (const { dynamodb } of await tables.written()) {
        if (dynamodb.NewImage)
          await publishLedger([ledgerRowsIn(dynamodb.NewImage as unknown as Item)]);
      }
    },
  };
}
