import { Stack } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Environment, SendingIdentities } from "../environments.ts";
import { importPrefixes } from "./import-intake.ts";
import { patientIndexes, worklistIndexes } from "./tables.ts";
import type { WorkQueue } from "./work-queue.ts";
import type { WorkerFunction } from "./worker-function.ts";

/** The verbs by which a function is allowed anything. No action and no resource is a wildcard but
 * where AWS chooses the name, and there the reason stands beside it. */

/** One item at a time, whose key is known. */
export function loadPatients(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:GetItem"], [table.tableArn]);
}

/** And what is live: campaigns are found by a query. */
export function readPatients(worker: WorkerFunction, table: dynamodb.Table): void {
  loadPatients(worker, table);
  worker.may(["dynamodb:Query"], [table.tableArn]);
}

export function changePatients(worker: WorkerFunction, table: dynamodb.Table): void {
  readPatients(worker, table);
  worker.may(["dynamodb:PutItem"], [table.tableArn]);
}

/** Who is reached at a phone or address, what was said there, and who was contacted there last. */
export function changePoints(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:UpdateItem"], [table.tableArn]);
}

/** Pages that patients fill in, and no other item: what patients open can change nothing else. */
export function fillInPages(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:UpdateItem"], [table.tableArn], {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["link#*"] },
  });
}

/** What was halted by hand or by an alarm: one item. */
export function turnSwitches(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:PutItem"], [table.tableArn]);
}

/** Entries of audiences that no longer hold are taken away. */
export function replaceEligibility(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:BatchWriteItem", "dynamodb:DeleteItem"], [table.tableArn]);
}

/** Drafts of campaigns, and no other item: what staff throw away is what they wrote. */
export function discardDrafts(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:DeleteItem"], [table.tableArn], {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["*#campaign#drafts"] },
  });
}

/** A changed audience has everybody solved again, and a forecast counts everybody: nothing else reads the
 * whole table. */
export function scanPatients(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:Scan"], [table.tableArn]);
}

export function queryIndex(
  worker: WorkerFunction,
  table: dynamodb.Table,
  index: keyof typeof patientIndexes,
): void {
  worker.may(["dynamodb:Query"], [`${table.tableArn}/index/${patientIndexes[index]}`]);
}

/** Rows and batches are put once; of a row nothing changes but the batch that counts it. */
export function appendToLedger(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:PutItem", "dynamodb:UpdateItem"], [table.tableArn]);
}

/** What batches add is found, folded into the tallies and taken away: nothing else of the ledger is. */
export function foldTallies(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:GetItem", "dynamodb:Query", "dynamodb:DeleteItem"], [table.tableArn], {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["*#reach"] },
  });
}

/** Rows are read, a patient's in their order. */
export function readLedger(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:Query"], [table.tableArn]);
}

/** And found by urgency, in each of the ways in which agents look for work; notes are put beside them. */
export function workOnTasks(worker: WorkerFunction, table: dynamodb.Table): void {
  changeWorklist(worker, table);
  worker.may(["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"], [table.tableArn]);
  const indexes = Object.keys(worklistIndexes).map((name) => `${table.tableArn}/index/${name}`);
  worker.may(["dynamodb:Query"], indexes);
}

/** Put and read, and never changed or taken away: not even the function that notes can do that. */
export function noteViews(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:PutItem", "dynamodb:Query"], [table.tableArn]);
}

/** Each task is written by one condition on one item: listed, taken, let go of, closed. */
export function changeWorklist(worker: WorkerFunction, table: dynamodb.Table): void {
  worker.may(["dynamodb:UpdateItem"], [table.tableArn]);
}

export function putWork(
  worker: WorkerFunction,
  ...to: readonly { readonly queue: sqs.IQueue }[]
): void {
  worker.may(
    ["sqs:SendMessage"],
    to.map(({ queue }) => queue.queueArn),
  );
  worker.mayUseKeyThrough("sqs");
}

/** To subtract what still waits from what it releases. */
export function readBacklog(worker: WorkerFunction, ...of: readonly WorkQueue[]): void {
  worker.may(
    ["sqs:GetQueueAttributes"],
    of.map(({ queue }) => queue.queueArn),
  );
}

/** Files below this prefix, and what is said of them. */
export function importFiles(
  worker: WorkerFunction,
  bucketName: string,
  from: "incoming" | "optOuts",
): void {
  const files = `arn:aws:s3:::${bucketName}`;
  const { [from]: prefix, quarantine, reports } = importPrefixes;
  const because = "Files are named by those who hand them in; the prefix is the boundary.";
  worker.mayBelow("s3:GetObject", `${files}/${prefix}`, because);
  worker.mayBelow("s3:PutObject", `${files}/${quarantine}${prefix}`, because);
  worker.mayBelow("s3:PutObject", `${files}/${reports}${prefix}`, because);
  worker.mayUseKeyThrough("s3");
}

/** A text names its configuration set, and is held against both. */
export function sendSms(
  worker: WorkerFunction,
  { sms }: Environment,
  channels: SendingIdentities,
): void {
  const { account, region } = Stack.of(worker);
  if (sms.sender.kind === "pinpoint") {
    const app = `arn:aws:mobiletargeting:${region}:${account}:apps/${sms.sender.applicationId}`;
    return worker.may(["mobiletargeting:SendMessages"], [`${app}/messages`]);
  }
  const sets = `arn:aws:sms-voice:${region}:${account}:configuration-set`;
  const resources = [channels.originationArn, `${sets}/${channels.smsConfigurationSet}`];
  worker.may(["sms-voice:SendTextMessage"], resources);
}

/** One function puts numbers on the carrier's list, another takes them off: neither does both. */
export function listNumbers(worker: WorkerFunction, channels: SendingIdentities): void {
  worker.may(["sms-voice:PutOptedOutNumber"], [channels.optOutListArn]);
}

export function unlistNumbers(worker: WorkerFunction, channels: SendingIdentities): void {
  worker.may(["sms-voice:DeleteOptedOutNumber"], [channels.optOutListArn]);
}

export function sendEmail(
  worker: WorkerFunction,
  identity: string,
  channels: SendingIdentities,
): void {
  const { account, region } = Stack.of(worker);
  const ses = `arn:aws:ses:${region}:${account}`;
  worker.may(
    ["ses:SendEmail"],
    [`${ses}:identity/${identity}`, `${ses}:configuration-set/${channels.emailConfigurationSet}`],
  );
}

export function placeCalls(worker: WorkerFunction): void {
  worker.mayAnywhere(
    "connect:StartOutboundVoiceContact",
    "The action takes no resource (Service Authorization Reference, Amazon Connect).",
  );
}

export function startTasks(
  worker: WorkerFunction,
  { connect }: Environment,
  taskFlowId: string,
): void {
  const action = "connect:StartTaskContact";
  const instance = instanceArn(worker, connect.instanceId);
  const because = "Connect chooses the contact's id; the instance is the boundary.";
  worker.mayBelow(action, `${instance}/contact/`, because);
  worker.may([action], [`${instance}/contact-flow/${taskFlowId}`]);
}

export function instanceArn(scope: Construct, instanceId: string): string {
  const { account, region } = Stack.of(scope);
  return `arn:aws:connect:${region}:${account}:instance/${instanceId}`;
}
