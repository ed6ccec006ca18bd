import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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

/** Builds the console's files into `dist/console`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  plugins: [machineFonts, react()],
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
