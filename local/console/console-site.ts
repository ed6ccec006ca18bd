import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { type ConsoleConfig, consoleConfigPath } from "#contracts/api/console-config";
import {
  type LocalAnswer,
  type LocalRequest,
  type RunningServer,
  startServer,
} from "../outside/http-server.ts";
import { type StripSite, withStrip } from "../strip/strip-site.ts";

export interface ConsoleSiteOptions {
  /** The built files. */
  readonly folder: string;
  /** Of the distribution. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the site's own address, which is known once it listens. */
  readonly config: (address: string) => ConsoleConfig;
  /** Clock and phones of this machine, which stand below every page. */
  readonly strip: StripSite;
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
    const site = { ...options, config };
    const ofStrip = await options.strip(request);
    if (ofStrip === undefined) return answer(request, site);
    return { ...ofStrip, headers: { ...headersOf(site), ...ofStrip.headers } };
  });
  return server;
}

type Site = Omit<ConsoleSiteOptions, "config"> & { readonly config: ConsoleConfig };

function headersOf({ headers, config }: Site): Readonly<Record<string, string>> {
  const policy = localPolicy(headers["content-security-policy"] ?? "", config);
  return { ...headers, "content-security-policy": policy };
}

async function answer(
  { method, path }: Pick<LocalRequest, "method" | "path">,
  site: Site,
): Promise<LocalAnswer> {
  const headers = headersOf(site);
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers, body: "" };
  const [asked = "/"] = path.split("?");
  if (asked === consoleConfigPath)
    return { status: 200, headers, body: JSON.stringify(site.config) };
  // As `app-path` does at the distribution: an address that names no file gets the page.
  const file = normalize(join("/", extname(asked) === "" ? "index.html" : asked));
  const type = types[extname(file)];
  const body = type && (await readFile(join(site.folder, file), "utf8").catch(() => undefined));
  if (body === undefined || type === undefined) return { status: 403, headers, body: "" };
  return {
    status: 200,
    headers: { ...headers, "content-type": `${type}; charset=utf-8` },
    body: type === "text/html" ? withStrip(body) : body,
  };
}

/** The policy of the distribution; only where the page may connect to is here and not on AWS. */
function localPolicy(policy: string, { api, signIn }: ConsoleConfig): string {
  const places = new Set([api, signIn.token].map((address) => new URL(address).origin));
  return policy.replace(/(?<=connect-src 'self') [^;]*/, ` ${[...places].join(" ")}`);
}
