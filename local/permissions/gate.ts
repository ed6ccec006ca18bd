import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Engine } from "../engines/engine.ts";
import { localAccount } from "../engines/fauxqs.ts";
import type { AwsCall } from "./call.ts";
import { needsOf } from "./needs.ts";
import type { Actor, Permissions } from "./permissions.ts";
import type { Places } from "./places.ts";
import { type Refusal, refusalOf, undecided, unknownCaller } from "./refusal.ts";

export interface GateKeeping {
  readonly permissions: Permissions;
  readonly places: Places;
  /** Functions by the access key id that each was given. */
  readonly actors: ReadonlyMap<string, Actor>;
  /** Base URLs by the service's name in signatures. */
  readonly engines: ReadonlyMap<string, string>;
}

/**
 * The one address at which functions find AWS. Each call is told by its signature (who, and which
 * service), held against the caller's policies, and passed on untouched or refused. Engines are
 * known to the stack alone, whose own calls go to them directly.
 */
export class Gate implements Engine {
  readonly name = "gate";
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #keeping: GateKeeping | undefined;

  private constructor() {
    this.#server = createServer((incoming, outgoing) => {
      this.#answer(incoming, outgoing).catch(() => refuse(outgoing, undecided));
    });
    this.#server.keepAliveTimeout = 0;
  }

  /** Listening, and refusing everybody until it is told whom to let through. */
  static async start(): Promise<Gate> {
    const gate = new Gate();
    await new Promise<void>((resolve, reject) => {
      gate.#server.once("error", reject);
      gate.#server.listen(0, "127.0.0.1", resolve);
    });
    return gate;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** As functions are told of a queue: SDKs may call the address in it. */
  queueUrl(name: string): string {
    return `${this.endpoint}/${localAccount}/${name}`;
  }

  keep(keeping: GateKeeping): void {
    this.#keeping = keeping;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      // The caller died before it had said all: no service would have acted on it.
      return;
    }
    const { key, service } = signer(incoming);
    const { method = "GET", url: path = "/", headers } = incoming;
    const call = { service, method, path, headers, body: Buffer.concat(chunks) };
    const engine = this.#keeping?.engines.get(service);
    const refusal = this.#refusal(call, key);
    if (refusal !== undefined) refuse(outgoing, refusal);
    else if (engine === undefined) refuse(outgoing, unknownCaller);
    else this.#passOn(call, engine, outgoing);
  }

  #refusal(call: AwsCall, key: string): Refusal | undefined {
    const actor = this.#keeping?.actors.get(key);
    if (this.#keeping === undefined || actor === undefined) return unknownCaller;
    const { permissions, places } = this.#keeping;
    for (const need of needsOf(call, places)) {
      if (!permissions.allows(actor, need)) return refusalOf(call, actor, need);
    }
    return undefined;
  }

  #passOn({ method, path, headers, body }: AwsCall, engine: string, outgoing: ServerResponse) {
    const { expect: _, ...passed } = headers;
    const sent = request(engine + path, { method, agent: this.#agent, headers: passed });
    sent.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("error", () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    // An engine that breaks off breaks off here too: the answer is lost to the function as well.
    sent.on("error", () => outgoing.destroy());
    sent.end(body);
  }
}

/** `AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/sqs/aws4_request, …` */
function signer({ headers }: IncomingMessage): { readonly key: string; readonly service: string } {
  const credential = /Credential=([^,\s]+)/.exec(headers.authorization ?? "")?.[1] ?? "";
  const [key = "", , , service = ""] = credential.split("/");
  return { key, service };
}

function refuse(outgoing: ServerResponse, { status, headers, body }: Refusal): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}
