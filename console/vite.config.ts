import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { unspokenComponents } from "./unspoken-components.ts";

/**
 * The components' style sheet carries eight fonts within itself. The page's policy takes none from
 * there (`font-src 'self'`), and each weighs as much as a screen: the machine's own are used.
 */
const machineFonts: Plugin = {
  name: "machine-fonts",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("/global-styles/index.css")
      ? { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ""), map: null }
      : undefined,
};

/** The components' own words in one language, without those of components that no screen uses. */
const wordsInUse: Plugin = {
  name: "words-in-use",
  enforce: "pre",
  async transform(_, id) {
    const [, language] = /i18n\/messages\/all\.(\w+)\.js$/.exec(id) ?? [];
    if (language === undefined) return undefined;
    const { default: all }: { default: ComponentWords } = await import(id);
    const spoken = Object.entries(all["cloudscape-design-components"][language] ?? {}).filter(
      ([component]) => !unspokenComponents.includes(component),
    );
    const words = {
      "cloudscape-design-components": { [language]: Object.fromEntries(spoken) },
    };
    return { code: `export default ${JSON.stringify(words)};`, map: null };
  },
};

type ComponentWords = Readonly<
  Record<"cloudscape-design-components", Readonly<Record<string, Readonly<Record<string, object>>>>>
>;

/** Builds the console's files into `dist/console`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  plugins: [machineFonts, wordsInUse, react()],
  build: {
    outDir: fileURLToPath(new URL("../dist/console", import.meta.url)),
    emptyOutDir: true,
    // Nothing is written into another file as `data:`, which the policy takes for pictures only.
    assetsInlineLimit: 0,
    manifest: true,
    target: "es2022",
    // What a first visit weighs is held by a test, gzipped.
    chunkSizeWarningLimit: 1_000,
  },
});
