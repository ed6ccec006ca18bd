import { globSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Manifest } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { root } from "#support/repository";
import { unspokenComponents } from "../../console/unspoken-components.ts";

let place: string;
let manifest: Manifest;

beforeAll(async () => {
  // As it is shipped: a test's own environment would have React's build for development weighed.
  vi.stubEnv("NODE_ENV", "production");
  place = await mkdtemp(join(tmpdir(), "rounds-console-"));
  const configFile = join(root, "console/vite.config.ts");
  await build({ configFile, logLevel: "silent", build: { outDir: place } });
  manifest = JSON.parse(readFileSync(join(place, ".vite/manifest.json"), "utf8"));
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(place, { recursive: true, force: true });
});

/** The files that come with a part of the program, its own and those it stands on. */
function filesWith(part: string, seen = new Set<string>()): ReadonlySet<string> {
  const { file, css = [], imports = [] } = manifest[part] ?? {};
  for (const one of [file, ...css]) if (one !== undefined) seen.add(one);
  for (const other of imports) if (!seen.has(manifest[other]?.file ?? "")) filesWith(other, seen);
  return seen;
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(place, file))).length, 0) / 1e3;

const screens = () =>
  Object.keys(manifest).filter(
    (part) => manifest[part]?.isDynamicEntry && /screen|list/.test(part),
  );

describe("what a browser fetches for a first visit, gzipped", () => {
  it("is below 450 kB with any one screen and its words", () => {
    const words = [
      "words/es.ts",
      "../node_modules/@cloudscape-design/components/i18n/messages/all.es.js",
    ];
    const first = ["index.html", ...words].flatMap((part) => [...filesWith(part)]);
    const heavy = screens()
      .map((part) => [part, kilobytes(new Set([...first, ...filesWith(part)]))] as const)
      .filter(([, weight]) => weight >= 450);
    expect(screens().length).toBeGreaterThan(0);
    expect(first.length).toBeGreaterThan(4);
    expect(heavy).toEqual([]);
  });

  it("is below 650 kB where a campaign is written, with the editor and the check that come later", () => {
    const parts = ["drafts/draft-screen", "drafts/text-editor", "drafts/difference", "schema.json"];
    const later = parts.flatMap((one) =>
      Object.keys(manifest).filter((part) => part.includes(one)),
    );
    const worker = readdirSync(join(place, "assets")).filter((file) => /check-worker/.test(file));
    const files = ["index.html", ...later].flatMap((part) => [...filesWith(part)]);
    expect([later.length, worker.length]).toEqual([4, 1]);
    expect(kilobytes(new Set([...files, `assets/${worker[0]}`]))).toBeLessThan(650);
  });
});

describe("the components' own words", () => {
  it("are there for every component that a screen uses", () => {
    const sources = globSync("console/**/*.tsx", { cwd: root }).map((file) =>
      readFileSync(join(root, file), "utf8"),
    );
    const used = sources.flatMap((source) =>
      [...source.matchAll(/@cloudscape-design\/components\/([\w-]+)"/g)].map(([, name]) => name),
    );
    expect(used).toContain("date-input");
    expect(used.filter((name) => unspokenComponents.includes(name ?? ""))).toEqual([]);
    const spanish = readdirSync(join(place, "assets")).find((file) => file.startsWith("all.es"));
    const words = readFileSync(join(place, "assets", spanish ?? ""), "utf8");
    expect(words).toContain("Descartar");
    expect(words).not.toContain("property-filter");
  });
});

describe("the page", () => {
  it("has no script and no style of its own, which its policy would forbid", () => {
    const page = readFileSync(join(place, "index.html"), "utf8");
    expect(page).toMatch(/<script type="module"[^>]* src="\/assets\//);
    expect(page.replaceAll(/<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")).not.toMatch(
      /<script|<style|\sstyle=|\son\w+=/,
    );
  });

  it("knows nothing of the clock and the phones that a laptop puts below it", () => {
    const files = readdirSync(place, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(html|js|css|json)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(10);
    const knowing = files.filter((file) =>
      readFileSync(join(place, file), "utf8").includes("/local/"),
    );
    expect(knowing).toEqual([]);
  });

  it("brings no font within a style sheet, and fetches nothing from elsewhere", () => {
    const sheets = readdirSync(join(place, "assets")).filter((file) => file.endsWith(".css"));
    const text = sheets.map((file) => readFileSync(join(place, "assets", file), "utf8")).join("");
    expect(sheets.length).toBeGreaterThan(0);
    expect(text).not.toContain("data:font");
    expect(text).not.toMatch(/url\(["']?https?:/);
  });
});
