import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { type ConsoleConfig, consoleConfigPath } from "#contracts/api/console-config";
import {
  type LocalAnswer,
  type LocalRequest,
  type RunningServer,
  startServer,
} from "../outside/http-server.ts";

export interface ConsoleSiteOptions {
  /** The built files. */
  readonly folder: string;
  /** Of the distribution. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the site's own address, which is known once it listens. */
  readonly config: (address: string) => ConsoleConfig;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Serves the console's files as its distribution would, and its settings of this machine. */
export async function startConsoleSite(options: ConsoleSiteOptions): Promise<RunningServer> {
  let config: ConsoleConfig | undefined;
  const server: RunningServer = await startServer(async (request) => {
    config ??= options.config(server.url);
    return answer(request, { ...options, config });
  });
  return server;
}

interface Site {
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly config: ConsoleConfig;
}

async function answer(
  { method, path }: Pick<LocalRequest, "method" | "path">,
  site: Site,
): Promise<LocalAnswer> {
  const headers = {
    ...site.headers,
    "content-security-policy": localPolicy(
      site.headers["content-security-policy"] ?? "",
      site.config,
    ),
  };
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers, body: "" };
  const [asked = "/"] = path.split("?");
  if (asked === consoleConfigPath)
    return { status: 200, headers, body: JSON.stringify(site.config) };
  // As `app-path` does at the distribution: an address that names no file gets the page.
  const file = normalize(join("/", extname(asked) === "" ? "index.html" : asked));
  const type = types[extname(file)];
  const body = type && (await readFile(join(site.folder, file), "utf8").catch(() => undefined));
  if (body === undefined || type === undefined) return { status: 403, headers, body: "" };
  return { status: 200, headers: { ...headers, "content-type": `${type}; charset=utf-8` }, body };
}

/** The policy of the distribution; only where the page may connect to is here and not on AWS. */
function localPolicy(policy: string, { api, signIn }: ConsoleConfig): string {
  const places = new Set([api, signIn.token].map((address) => new URL(address).origin));
  return policy.replace(/(?<=connect-src 'self') [^;]*/, ` ${[...places].join(" ")}`);
}
