import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { StoredPointWords } from "../../contracts/stored/point-words.ts";
import {
  type PointStop,
  type PointWords,
  type StopEffect,
  withStart,
  withStop,
} from "../../domain/contact/point-stop.ts";
import type { PatientId } from "../../domain/patient/profile.ts";
import { TryAgain } from "../../errors.ts";
import type { PointClaim, PointDirectory } from "../../ports.ts";
import { admit, latestOwner, type PointTouch } from "../point-touch.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { type Item, number, numberIn, text, textIn } from "./item.ts";
import { jsonIn } from "./json-in.ts";
import { type ItemKey, pointKey, pointReplyKey } from "./keys.ts";
import type { Table } from "./table.ts";

const StoredTouches: z.ZodMiniType<readonly PointTouch[]> = z.array(
  z.object({
    touch: z.string(),
    patient: z.string(),
    at: z.number(),
    channel: z.exactOptional(z.enum(["sms", "voice", "email"])),
  }),
);

/** How often a write that lost against another looks again before it is left for later. */
const triesMax = 8;

export function createPointDirectory(table: Table): PointDirectory {
  const { client, name } = table;
  return {
    async link(organization, point, patient) {
      await update(client, buildOwner(name, pointKey(organization, point), "ADD", patient));
    },
    async unlink(organization, point, patient) {
      await update(client, buildOwner(name, pointKey(organization, point), "DELETE", patient));
    },
    async owners(organization, point) {
      const item = await getItem(table, pointKey(organization, point));
      const patients = ownersIn(item);
      const latest = item && latestOwner(patients, touchesIn(item));
      const { stops } = wordsIn(item);
      return { patients, stops, ...(latest === undefined ? {} : { latest }) };
    },
    async stop(organization, point, stop) {
      let is: StopEffect = "stopped";
      const item = await changeWords(table, pointKey(organization, point), (words) => {
        const after = withStop(words, stop);
        is = after.is;
        return after.words;
      });
      return { is, patients: ownersIn(item) };
    },
    async start(organization, point, at) {
      await changeWords(table, pointKey(organization, point), (words) => withStart(words, at));
    },
    async claim(claim) {
      for (let tries = 0; tries < triesMax; tries++) {
        const item = await getItem(table, pointKey(claim.organization, claim.point));
        const decision = admit(item ? touchesIn(item) : [], claim);
        if (decision === "already-claimed") return { is: "claimed" };
        if ("until" in decision) return { is: "refused", until: decision.until };
        const input = buildClaim(name, claim, decision, item && claimsIn(item));
        const answer = await askedIf(() => client.send(new UpdateItemCommand(input)));
        if (answer !== "condition-failed") return { is: "claimed" };
      }
      throw new TryAgain("point/contended", { details: { point: claim.point } });
    },
    async ascribe(organization, point, reply, patient) {
      const input = buildAscribe(name, pointReplyKey(organization, point, reply), patient);
      return asked(async () => {
        try {
          await client.send(new PutItemCommand(input));
          return patient;
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
          return textIn(error.Item ?? {}, "patient");
        }
      });
    },
  };
}

/** Sets bear repeats: adding an owner twice, or removing one who is not there, changes nothing. */
export function buildOwner(
  table: string,
  key: ItemKey,
  action: "ADD" | "DELETE",
  patient: string,
): UpdateItemCommandInput {
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: `${action} patients :patient`,
    ExpressionAttributeValues: { ":patient": { SS: [patient] } },
  };
}

/**
 * Changes what was said at the point, on condition that nobody else did meanwhile; tries again when
 * somebody had. Returns the item as it is after that.
 */
async function changeWords(
  table: Table,
  key: ItemKey,
  change: (words: PointWords) => PointWords,
): Promise<Item | undefined> {
  for (let tries = 0; tries < triesMax; tries++) {
    const item = await getItem(table, key);
    const words = wordsIn(item);
    const after = change(words);
    if (after === words) return item;
    const input = buildWords(table.name, key, after, item?.["said"]?.S);
    const answer = await askedIf(() => table.client.send(new UpdateItemCommand(input)));
    if (answer !== "condition-failed") return answer.Attributes;
  }
  throw new TryAgain("point/contended");
}

export function buildWords(
  table: string,
  key: ItemKey,
  words: PointWords,
  before: string | undefined,
): UpdateItemCommandInput {
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: "SET said = :said REMOVE stopped",
    ConditionExpression: before === undefined ? "attribute_not_exists(said)" : "said = :before",
    ExpressionAttributeValues: {
      ":said": text(JSON.stringify(words)),
      ...(before === undefined ? {} : { ":before": text(before) }),
    },
    // The owners as of this very write: who is linked later finds the stop.
    ReturnValues: "ALL_NEW",
  };
}

/** Nobody has said yet whose words they are. */
const isUnascribed = "attribute_not_exists(pk)";

export function buildAscribe(table: string, key: ItemKey, patient: string): PutItemCommandInput {
  return {
    TableName: table,
    Item: { pk: text(key.pk), sk: text(key.sk), patient: text(patient) },
    ConditionExpression: isUnascribed,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}

/** Nobody has ever claimed this point. */
const isUnclaimed = "attribute_not_exists(claims)";
/** Nobody has claimed it since its touches were counted. */
const isUnchanged = "claims = :counted";

export function buildClaim(
  table: string,
  claim: PointClaim,
  touches: readonly PointTouch[],
  counted: number | undefined,
): UpdateItemCommandInput {
  const key = pointKey(claim.organization, claim.point);
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: "SET touches = :touches, claims = :claims",
    ConditionExpression: counted === undefined ? isUnclaimed : isUnchanged,
    ExpressionAttributeValues: {
      ":touches": text(JSON.stringify(touches)),
      ":claims": number((counted ?? 0) + 1),
      ...(counted === undefined ? {} : { ":counted": number(counted) }),
    },
  };
}

async function update(client: DynamoDBClient, input: UpdateItemCommandInput): Promise<void> {
  await asked(() => client.send(new UpdateItemCommand(input)));
}

function claimsIn(item: Item): number | undefined {
  return item["claims"] ? numberIn(item, "claims") : undefined;
}

function ownersIn(item: Item | undefined): readonly PatientId[] {
  return (item?.["patients"]?.SS ?? []).toSorted();
}

/** Before words were kept, a flag said that a STOP for everything stood. */
function wordsIn(item: Item | undefined): PointWords {
  if (item?.["said"]) return StoredPointWords.parse(jsonIn(item, "said"));
  return { stops: item?.["stopped"]?.BOOL === true ? [unexplained] : [] };
}

const unexplained: PointStop = {
  via: "sms",
  evidence: { by: "other-owner", reference: "point:stopped" },
};

function touchesIn(item: Item): readonly PointTouch[] {
  return item["touches"] ? StoredTouches.parse(jsonIn(item, "touches")) : [];
}
