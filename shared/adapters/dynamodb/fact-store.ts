import { randomUUID } from "node:crypto";
import {
  DeleteItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { PatientFacts } from "../../domain/patient/fact.ts";
import { StaleRecord, TryAgain, Unrecoverable } from "../../errors.ts";
import type { FactStore } from "../../ports.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";
import { factsKey, factsPartKey } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * Length of one stored part in UTF-16 units. Each takes at most 3 bytes of UTF-8, so a part stays
 * under 300 KB, well below DynamoDB's 400 KB for an item with its names.
 */
const partLength = 100_000;

/** Parts of one patient's facts: 50 MB. A patient with more is a fault of the import. */
const partsMax = 500;

/** Loose: the facts were checked when they were made; here only the shape of the list counts. */
const StoredFacts = z.array(z.looseObject({ id: z.string(), kind: z.string() }));

/**
 * Facts in one item or, when long, in numbered parts. Parts are written first, under a name that
 * only this write uses, and then the head that names them: a crash, or somebody else who writes
 * at the same time, leaves one whole set in force.
 */
export function createFactStore(table: Table): FactStore {
  const put = (input: PutItemCommandInput) => table.client.send(new PutItemCommand(input));
  const remove = async (owner: Owner, set: string, count: number): Promise<void> => {
    for (let part = 1; part < count; part++) {
      const { pk, sk } = factsPartKey(owner.organization, owner.patient, set, part);
      const input = { TableName: table.name, Key: { pk: text(pk), sk: text(sk) } };
      await asked(() => table.client.send(new DeleteItemCommand(input)));
    }
  };

  return {
    async load(organization, patient) {
      const head = await getItem(table, factsKey(organization, patient));
      if (!head) return undefined;
      const parts = await Promise.all(
        Array.from({ length: numberIn(head, "parts") - 1 }, (_, index) =>
          getItem(table, factsPartKey(organization, patient, textIn(head, "set"), index + 1)),
        ),
      );
      return factsIn(patient, numberIn(head, "revision"), [head, ...parts]);
    },

    async save(organization, facts, revision) {
      const owner = { organization, patient: facts.patient };
      const [first = "[]", ...others] = split(JSON.stringify(facts.facts));
      if (others.length >= partsMax) throw new Unrecoverable("facts/too-many");
      const set = randomUUID();
      for (const [index, body] of others.entries()) {
        const { pk, sk } = factsPartKey(organization, facts.patient, set, index + 1);
        const Item = { pk: text(pk), sk: text(sk), body: text(body) };
        await asked(() => put({ TableName: table.name, Item }));
      }
      const head: Head = { revision, set, parts: others.length + 1, body: first };
      const answer = await askedIf(() => put(buildHead(table.name, owner, head)));
      if (answer === "condition-failed") {
        await remove(owner, set, head.parts);
        throw new StaleRecord();
      }
      const old = answer.Attributes;
      if (old) await remove(owner, textIn(old, "set"), numberIn(old, "parts"));
    },
  };
}

interface Owner {
  readonly organization: string;
  readonly patient: string;
}

interface Head {
  /** The revision that is replaced. */
  readonly revision: number;
  /** The name that this write's parts share. */
  readonly set: string;
  /** This item included. */
  readonly parts: number;
  readonly body: string;
}

/** Nobody has stored facts of this patient yet. */
const isNew = "attribute_not_exists(pk)";
/** Nobody has replaced them since they were loaded. */
const isUnchanged = "revision = :loaded";

export function buildHead(table: string, owner: Owner, head: Head): PutItemCommandInput {
  const key = factsKey(owner.organization, owner.patient);
  return {
    TableName: table,
    Item: {
      pk: text(key.pk),
      sk: text(key.sk),
      revision: number(head.revision + 1),
      set: text(head.set),
      parts: number(head.parts),
      body: text(head.body),
    },
    ReturnValues: "ALL_OLD",
    ...(head.revision === 0
      ? { ConditionExpression: isNew }
      : {
          ConditionExpression: isUnchanged,
          ExpressionAttributeValues: { ":loaded": number(head.revision) },
        }),
  };
}

/** Never between the two halves of a character: half of one cannot be stored. */
export function split(body: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < body.length; ) {
    let end = Math.min(start + partLength, body.length);
    const last = body.charCodeAt(end - 1);
    if (end < body.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(body.slice(start, end));
    start = end;
  }
  return parts;
}

function factsIn(
  patient: string,
  revision: number,
  parts: readonly (Item | undefined)[],
): PatientFacts {
  const bodies = parts.map((part) => {
    if (!part) throw new TryAgain("facts/replaced-while-read", { details: { patient } });
    return textIn(part, "body");
  });
  const facts = StoredFacts.safeParse(parsed(bodies.join(""), patient));
  if (!facts.success) throw new Unrecoverable("facts/unreadable", { details: { patient } });
  return { patient, revision, facts: facts.data as unknown as PatientFacts["facts"] };
}

function parsed(body: string, patient: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Unrecoverable("facts/not-json", { details: { patient } });
  }
}
