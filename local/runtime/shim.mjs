/**
 * Runs before AWS's own runtime client in every function process and stands in for its native part:
 * four calls of the Lambda Runtime API over HTTP. It also gives the process its name and, when the
 * stack's clock is virtual, the time: `Date` reads the instant that came with the invocation and
 * stands still until the next one, while timers stay real. Functions hold no trace of this.
 */
import { subscribe } from "node:diagnostics_channel";
import { Agent, request } from "node:http";
import Module from "node:module";

const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? "").split(":");
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const base = "/2018-06-01/runtime/invocation/";

process.title = `rounds ${process.argv.at(-1)}`;

/** The stack is gone: there is nobody to answer. */
function leave() {
  process.exit(0);
}

function call(method, path, body, headers = {}) {
  return new Promise((resolve) => {
    const sent = request({ hostname, port, agent, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ bodyJson: text, headers: response.headers }));
      response.on("error", leave);
    });
    sent.on("error", leave);
    sent.end(body);
  });
}

let now = process.env.ROUNDS_CLOCK_NOW;
if (now !== undefined) {
  delete process.env.ROUNDS_CLOCK_NOW;
  freeze();
}

const client = {
  async next() {
    const invocation = await call("GET", `${base}next`);
    now = invocation.headers["rounds-clock-now"];
    return invocation;
  },
  done(id, body) {
    call("POST", `${base}${id}/response`, body);
  },
  error(id, body) {
    call("POST", `${base}${id}/error`, body);
  },
};

const load = Module._load;
Module._load = (name, ...rest) =>
  name === "./rapid-client.node" ? client : load.call(Module, name, ...rest);

function freeze() {
  const RealDate = globalThis.Date;
  const read = () => Number(now);
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [read()] : args, self),
    apply: () => new RealDate(read()).toString(),
    get: (target, key) => (key === "now" ? read : Reflect.get(target, key)),
  });
  Object.defineProperty(RealDate.prototype, "constructor", { value: VirtualDate });
  globalThis.Date = VirtualDate;
  // The engines stamp their answers with the wall's time. An SDK that sees another clock takes its
  // own for skewed and asks again.
  subscribe("http.client.response.finish", ({ response }) => {
    response.headers.date = new RealDate(read()).toUTCString();
  });
}
