import { AwsClient } from "aws4fetch";
import { TryAgain, Unrecoverable } from "../../errors.ts";

/** What Lambda and the SDKs' own conventions put into a function's environment. */
export type AwsVariables = Readonly<Record<string, string | undefined>>;

/** One operation of a service that speaks JSON over POST. `input` and the answer are its API's shapes. */
export type AwsCall = (
  operation: string,
  input: object,
) => Promise<Readonly<Record<string, unknown>>>;

export interface AwsCallOptions {
  readonly service: "dynamodb" | "sqs";
  /** `AWS_REGION`, the role's credentials, and `AWS_ENDPOINT_URL…` where they lead elsewhere. */
  readonly variables: AwsVariables;
  /** One try is cut off after this. */
  readonly timeoutMs?: number;
}

/** Of each service, what its JSON protocol calls it and which errors no repeat can heal. */
const services = {
  dynamodb: {
    target: "DynamoDB_20120810",
    variable: "AWS_ENDPOINT_URL_DYNAMODB",
    hopeless: [
      "AccessDeniedException",
      "ResourceNotFoundException",
      "UnrecognizedClientException",
      "MissingAuthenticationTokenException",
      "SerializationException",
      "ValidationException",
    ],
  },
  sqs: {
    target: "AmazonSQS",
    variable: "AWS_ENDPOINT_URL_SQS",
    hopeless: ["QueueDoesNotExist", "AccessDenied", "AccessDeniedException", "InvalidAddress"],
  },
} as const;

/** A call that is slower than this is stuck; two tries of two calls fit the function's 10 s. */
const tryTimeoutMs = 1_500;

/** A connection that was kept while the function slept is often dead: the second try has a new one. */
const triesMax = 2;

/**
 * Calls of AWS without its SDK, for functions that somebody waits for and that need two or three
 * operations: a fortieth of the SDK's size. Signed as AWS asks (Signature Version 4). Only for calls that
 * bear repeats: what was throttled, failed at the service or got no answer is asked once more.
 * @throws TryAgain or Unrecoverable `<service>/<name of the error>`, never with the service's words.
 */
export function createAwsCall({ service, variables, timeoutMs }: AwsCallOptions): AwsCall {
  const { target, variable, hopeless } = services[service];
  const { AWS_REGION: region = "" } = variables;
  const url =
    variables[variable] ??
    variables["AWS_ENDPOINT_URL"] ??
    `https://${service}.${region}.amazonaws.com`;
  const client = new AwsClient({ ...credentialsIn(variables), service, region, retries: 0 });
  const ask = async (operation: string, body: string): Promise<Answer> => {
    const response = await client.fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `${target}.${operation}`,
      },
      body,
      signal: AbortSignal.timeout(timeoutMs ?? tryTimeoutMs),
    });
    return { status: response.status, body: await response.text() };
  };
  return async (operation, input) => {
    const body = JSON.stringify(input);
    let failure = "unknown";
    for (let tries = 0; tries < triesMax; tries += 1) {
      const answer = await ask(operation, body).catch(unanswered);
      if ("lost" in answer) failure = answer.lost;
      else {
        const value = objectIn(answer.body);
        if (answer.status === 200 && value !== undefined) return value;
        failure = errorIn(answer, value);
        if ((hopeless as readonly string[]).includes(failure)) break;
      }
    }
    const code = `${service}/${failure}`;
    if ((hopeless as readonly string[]).includes(failure)) throw new Unrecoverable(code);
    throw new TryAgain(code);
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function credentialsIn(variables: AwsVariables) {
  const { AWS_ACCESS_KEY_ID: id = "", AWS_SECRET_ACCESS_KEY: secret = "" } = variables;
  const { AWS_SESSION_TOKEN: token } = variables;
  return {
    accessKeyId: id,
    secretAccessKey: secret,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
}

/** The kind of what `fetch` threw; its words may quote the request. */
function unanswered(error: unknown): { readonly lost: string } {
  return { lost: error instanceof Error ? error.name : "unknown" };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** `com.amazonaws.sqs#QueueDoesNotExist` → `QueueDoesNotExist`; else the status. */
function errorIn({ status }: Answer, value: Readonly<Record<string, unknown>> | undefined): string {
  const type = String(value?.["__type"] ?? "");
  const name = type.slice(type.lastIndexOf("#") + 1);
  return /^[A-Za-z]{1,60}$/.test(name) ? name : `status-${status}`;
}
