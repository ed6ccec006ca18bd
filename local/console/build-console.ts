import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { LocalProblem } from "../problem.ts";

/**
 * Builds the console's files into the folder, as for a deployment.
 * @throws LocalProblem with the builder's own words.
 */
export async function buildConsole(folder: string): Promise<void> {
  // Only who opens the console waits for its builder.
  const { build } = await import("vite");
  const root = fileURLToPath(new URL("../..", import.meta.url));
  try {
    await build({
      configFile: join(root, "console/vite.config.ts"),
      logLevel: "error",
      // Where this runs, not where the builder takes its sources from.
      build: { outDir: resolve(folder), emptyOutDir: true },
    });
  } catch (cause) {
    throw new LocalProblem("local/console-unbuilt", `The console cannot be built: ${cause}`, {
      cause,
    });
  }
}
