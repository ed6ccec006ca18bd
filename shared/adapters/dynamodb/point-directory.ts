import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { TryAgain } from "../../errors.ts";
import type { PointClaim, PointDirectory } from "../../ports.ts";
import { admit, latestOwner, type PointTouch } from "../point-touch.ts";
import { asked, askedIf } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { flag, type Item, jsonIn, number, numberIn, text, textIn } from "./item.ts";
import { type ItemKey, pointKey, pointReplyKey } from "./keys.ts";
import type { Table } from "./table.ts";

const StoredTouches: z.ZodType<readonly PointTouch[]> = z.array(
  z.object({
    touch: z.string(),
    patient: z.string(),
    at: z.number(),
    channel: z.enum(["sms", "voice", "email"]).exactOptional(),
  }),
);

/** How often a claim that lost against another owner's looks again before it is left for later. */
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
      const patients = (item?.["patients"]?.SS ?? []).toSorted();
      const latest = item && latestOwner(patients, touchesIn(item));
      const isStopped = item?.["stopped"]?.BOOL === true;
      return { patients, isStopped, ...(latest === undefined ? {} : { latest }) };
    },
    async setStopped(organization, point, isStopped) {
      await update(client, buildStopped(name, pointKey(organization, point), isStopped));
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

export function buildStopped(
  table: string,
  key: ItemKey,
  isStopped: boolean,
): UpdateItemCommandInput {
  return {
    TableName: table,
    Key: { pk: text(key.pk), sk: text(key.sk) },
    UpdateExpression: "SET stopped = :stopped",
    ExpressionAttributeValues: { ":stopped": flag(isStopped) },
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

function touchesIn(item: Item): readonly PointTouch[] {
  return item["touches"] ? StoredTouches.parse(jsonIn(item, "touches")) : [];
}
