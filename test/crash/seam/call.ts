import { headerOf, type SdkRequest, textOf } from "./request.ts";

export type Service = "dynamodb" | "sqs" | "s3" | "sms" | "email" | "connect";

/** One call of AWS that a function makes, whatever number of times the SDK tries it. */
export interface Call {
  /** What is called and about what, e.g. `PutItem.record`. */
  readonly label: string;
  readonly service: Service;
  /** Whether it may change anything. */
  readonly isWrite: boolean;
  /** The SDK's own id of it, which stays the same when it is tried again. */
  readonly id: string;
  /** From 1. */
  readonly attempt: number;
}

export function callOf(request: SdkRequest): Call {
  const target = headerOf(request, "x-amz-target") ?? "";
  const id = headerOf(request, "amz-sdk-invocation-id") ?? "";
  const attempt = Number(
    /attempt=(\d+)/.exec(headerOf(request, "amz-sdk-request") ?? "")?.[1] ?? 1,
  );
  return { ...named(target, request), id, attempt };
}

function named(target: string, request: SdkRequest): Pick<Call, "label" | "service" | "isWrite"> {
  const operation = target.slice(target.indexOf(".") + 1);
  if (target.startsWith("DynamoDB")) return ofTable(operation, textOf(request));
  if (target.startsWith("AmazonSQS")) return ofQueue(operation, textOf(request));
  if (target.startsWith("PinpointSMSVoice")) {
    return { label: operation, service: "sms", isWrite: true };
  }
  const { path, method } = request;
  if (path.startsWith("/v2/email/")) return { label: "SendEmail", service: "email", isWrite: true };
  if (path.startsWith("/contact/")) {
    const label = path.endsWith("task") ? "StartTaskContact" : "StartOutboundVoiceContact";
    return { label, service: "connect", isWrite: true };
  }
  const folder = decodeURIComponent(path).split("/").at(2) ?? "";
  return { label: `${method}.${folder}`, service: "s3", isWrite: method !== "GET" };
}

const reads: ReadonlySet<string> = new Set(["GetItem", "Query", "Scan", "BatchGetItem"]);

function ofTable(operation: string, body: string) {
  const label = `${operation}.${aboutWhat(body)}`;
  return { label, service: "dynamodb", isWrite: !reads.has(operation) } as const;
}

interface TableInput {
  readonly Key?: Readonly<Record<string, { readonly S?: string }>>;
  readonly Item?: Readonly<Record<string, { readonly S?: string }>>;
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  readonly TransactItems?: unknown;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** The kind of item, by its sort key; of an index also its partition. */
function aboutWhat(body: string): string {
  const input = JSON.parse(body) as TableInput;
  const sortKey = (input.Key ?? input.Item)?.["sk"]?.S;
  if (sortKey !== undefined) return kindOf(sortKey);
  const values = Object.entries(input.ExpressionAttributeValues ?? {}).flatMap(([name, { S }]) =>
    S === undefined || name === ":pk" ? [] : [kindOf(S)],
  );
  if (input.IndexName === "due") return `due-${values[0] ?? "any"}`;
  if (input.IndexName !== undefined) return input.IndexName;
  if (input.TransactItems !== undefined || input.RequestItems !== undefined) {
    const first = /"sk":\{"S":"([^"]+)"/.exec(body)?.[1];
    return kindOf(first ?? "items");
  }
  return values[0] ?? "items";
}

/** `v000001` is a version, `control#screening/check` a control item, `0000000004#0000` a row. */
function kindOf(sortKey: string): string {
  const first = sortKey.split("#")[0] ?? sortKey;
  if (/^v\d+$/.test(first)) return "version";
  return /^\d+$/.test(first) ? "row" : first;
}

function ofQueue(operation: string, body: string) {
  const { QueueUrl = "" } = JSON.parse(body) as { readonly QueueUrl?: string };
  const label = `${operation}.${QueueUrl.slice(QueueUrl.lastIndexOf("/") + 1)}`;
  return { label, service: "sqs", isWrite: operation.startsWith("Send") } as const;
}
