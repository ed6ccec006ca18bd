import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { LocalProblem } from "../problem.ts";

/**
 * Builds `strip.js` and `strip.css` into the folder.
 * @throws LocalProblem with the builder's own words.
 */
export async function buildStrip(folder: string): Promise<void> {
  try {
    await build({
      entryPoints: { strip: fileURLToPath(new URL("page/main.tsx", import.meta.url)) },
      outdir: folder,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "silent",
    });
  } catch (cause) {
    throw new LocalProblem("local/strip-unbuilt", `The strip cannot be built: ${cause}`, { cause });
  }
}
