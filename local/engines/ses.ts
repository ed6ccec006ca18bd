import type { AddressInfo } from "node:net";
import type { Engine } from "./engine.ts";
import { freePort } from "./port.ts";

/**
 * SES v2 with an inbox page at its address and all mails at `/store`. It accepts every mail and
 * sends no events: who plays the mail world stands before it and publishes those.
 */
export async function startSes(wantedPort = 0): Promise<Engine> {
  const port = await freePort(wantedPort, "the inbox page");
  const start = startOf(await import("aws-ses-v2-local"));
  const server = await start({ host: "127.0.0.1", port });
  const { port: actual } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${actual}`,
    name: "aws-ses-v2-local",
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Start = typeof import("aws-ses-v2-local").default;

/** The package is CommonJS: Node wraps its default export once more, bundlers do not. */
function startOf(module: { readonly default: Start | { readonly default: Start } }): Start {
  return typeof module.default === "function" ? module.default : module.default.default;
}
