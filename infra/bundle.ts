import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { functionNames, variants } from "./function-names.ts";
import { leanSdk } from "./lean-sdk.ts";

export interface Bundled {
  readonly name: string;
  readonly bytes: number;
}

export interface BundleOptions {
  /** The repository's root: holds `functions/`. */
  readonly root: string;
  /** Gets `functions/`, `maps/` and `meta.json`; `dist` under the root by default. */
  readonly into?: string;
  /** Folders under `functions/`, or variants of one; all by default. */
  readonly names?: readonly string[];
}

const bundleNames: readonly string[] = [...functionNames, ...Object.keys(variants)];

/** The SDK's CommonJS parts call `require`, which an ES module has not. */
const requireForCommonJs =
  'import{createRequire}from"node:module";const require=createRequire(import.meta.url);';

/** Parts of the SDK that no function needs, each with the file that says why and stands for it. */
const standIns = {
  "@aws-sdk/credential-provider-node": fileURLToPath(
    new URL("role-credentials.ts", import.meta.url),
  ),
  "@aws-sdk/middleware-endpoint-discovery": fileURLToPath(
    new URL("no-endpoint-discovery.ts", import.meta.url),
  ),
};

/**
 * Bundles every `functions/<name>/index.ts`, and every variant, into
 * `dist/functions/<name>/index.mjs` in one esbuild run, and keeps what each bundle is made of in
 * `dist/meta.json`. Throws with esbuild's own words when one does not build, or names the function
 * whose entry is missing.
 */
export async function bundle(options: BundleOptions): Promise<readonly Bundled[]> {
  const { root, names = bundleNames, into = join(root, "dist") } = options;
  const missing = names.filter((name) => !existsSync(join(root, entryOf(name))));
  if (missing.length > 0)
    throw new Error(`No functions/<name>/index.ts for: ${missing.join(", ")}`);
  const outdir = join(into, "functions");
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, entryOf(name)])),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    alias: standIns,
    plugins: [leanSdk],
    minify: true,
    charset: "utf8",
    sourcemap: "external",
    sourcesContent: false,
    banner: { js: requireForCommonJs },
    legalComments: "none",
    metafile: true,
    logLevel: "silent",
  });
  await setMapsAside(outdir, names);
  await writeFile(join(into, "meta.json"), JSON.stringify(metafile));
  return Object.entries(metafile.outputs)
    .filter(([file]) => file.endsWith(".mjs"))
    .map(([file, { bytes }]) => ({ name: file.split("/").at(-2) ?? file, bytes }));
}

function entryOf(name: string): string {
  const entries: Readonly<Record<string, string>> = variants;
  return entries[name] ?? join("functions", name, "index.ts");
}

/** Source maps are for reading a stack trace later, not for carrying to Lambda. */
async function setMapsAside(outdir: string, names: readonly string[]): Promise<void> {
  const maps = join(outdir, "..", "maps");
  await rm(maps, { recursive: true, force: true });
  await mkdir(maps, { recursive: true });
  await Promise.all(
    names.map((name) => rename(join(outdir, name, "index.mjs.map"), join(maps, `${name}.map`))),
  );
}

if (import.meta.main) {
  const started = Date.now();
  const bundled = await bundle({ root: fileURLToPath(new URL("..", import.meta.url)) });
  for (const { name, bytes } of bundled) {
    console.log(`${name.padEnd(18)} ${(bytes / 1024).toFixed(0).padStart(6)} kB`);
  }
  console.log(`${bundled.length} functions bundled in ${Date.now() - started} ms`);
}
