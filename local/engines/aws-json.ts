import { Agent, request } from "node:http";

/** The stand-ins check that a request is signed, not by whom. */
const signature =
  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/local/aws4_request, " +
  "SignedHeaders=host;x-amz-date, Signature=local";

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** An engine's refusal, with AWS's error name, e.g. `ResourceInUseException`. */
export class EngineError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * One call in AWS's JSON protocol, e.g. `DynamoDB_20120810.ListTables`. The pollers ask engines
 * thousands of times while time stands still, and this takes a third of the SDK's time a call.
 * @throws EngineError for a refusal, and the socket's own error when nobody listens.
 */
export async function callAws<Output>(
  endpoint: string,
  target: string,
  input: unknown,
): Promise<Output> {
  const body = JSON.stringify(input);
  const { status, text } = await post(endpoint, target, body);
  if (status >= 400) {
    const { __type = "UnknownError", message, Message } = JSON.parse(text || "{}");
    throw new EngineError(String(__type).replace(/^.*#/, ""), String(message ?? Message ?? text));
  }
  return JSON.parse(text || "{}");
}

function post(endpoint: string, target: string, body: string) {
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "content-length": Buffer.byteLength(body),
      "x-amz-target": target,
      "x-amz-date": "20260101T000000Z",
      authorization: signature,
    };
    const sent = request(endpoint, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 500,
          text: Buffer.concat(chunks).toString("utf8"),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
