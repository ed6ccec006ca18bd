import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { sign } from "aws4";
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
      "ConditionalCheckFailedException",
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

/** A call that is slower than this is stuck; two tries of three calls fit the function's 10 s. */
const tryTimeoutMs = 1_500;

/** A connection that was kept while the function slept is often dead: the second try has a new one. */
const triesMax = 2;

/**
 * Calls of AWS without its SDK, for functions that somebody waits for and that need two or three
 * operations: a twentieth of its size. Signed as AWS asks (Signature Version 4). By Node's own HTTP, which
 * is loaded before the first request, while Lambda gives a whole processor; `fetch` loads itself during
 * it, and takes longer. Only for calls that bear repeats: what was throttled, failed at the service or got
 * no answer is asked once more.
 * @throws TryAgain or Unrecoverable `<service>/<name of the error>`, never with the service's words.
 */
export function createAwsCall(options: AwsCallOptions): AwsCall {
  const { service } = options;
  const { target, hopeless } = services[service];
  const isHopeless = (failure: string) => (hopeless as readonly string[]).includes(failure);
  return async (operation, input) => {
    const asked = { target: `${target}.${operation}`, body: JSON.stringify(input) };
    let failure = "unknown";
    for (let tries = 0; tries < triesMax && !isHopeless(failure); tries += 1) {
      const answer = await post(options, asked).catch(unanswered);
      if ("lost" in answer) failure = answer.lost;
      else {
        const value = objectIn(answer.body);
        if (answer.status === 200 && value !== undefined) return value;
        failure = errorIn(answer, value);
      }
    }
    const code = `${service}/${failure}`;
    throw isHopeless(failure) ? new Unrecoverable(code) : new TryAgain(code);
  };
}

interface Asked {
  /** `AmazonSQS.SendMessage` */
  readonly target: string;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function post({ service, variables, timeoutMs }: AwsCallOptions, asked: Asked): Promise<Answer> {
  const url = endpointOf(service, variables);
  const { headers = {} } = sign(
    {
      ...{ service, method: "POST", path: url.pathname, host: url.host, body: asked.body },
      region: variables["AWS_REGION"] ?? "",
      headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": asked.target },
    },
    credentialsIn(variables),
  );
  const send = url.protocol === "http:" ? plainRequest : secureRequest;
  const signal = AbortSignal.timeout(timeoutMs ?? tryTimeoutMs);
  return new Promise((resolve, reject) => {
    const request = send(url, { method: "POST", headers, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    request.on("error", reject);
    request.end(asked.body);
  });
}

function endpointOf(service: AwsCallOptions["service"], variables: AwsVariables): URL {
  const given = variables[services[service].variable] ?? variables["AWS_ENDPOINT_URL"];
  return new URL(given ?? `https://${service}.${variables["AWS_REGION"]}.amazonaws.com`);
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

/** The kind of what the connection ended with; its words may quote the request. */
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
