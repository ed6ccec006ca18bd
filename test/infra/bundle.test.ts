import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundle } from "#infra/bundle";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "rounds-bundle-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(root, file, ".."), { recursive: true });
  await writeFile(join(root, file), text);
}

describe("bundling the functions", () => {
  it("makes one module for each, that runs by itself and may require old modules", async () => {
    await write("shared/word.ts", 'export const word: string = "hello";');
    await write("old.cjs", 'module.exports = { bytes: require("node:buffer").Buffer.byteLength };');
    await write(
      "functions/send-sms/index.ts",
      `import old from "../../old.cjs"; import { word } from "../../shared/word.ts";
       export const handler = async (): Promise<number> => old.bytes(word);`,
    );
    await write("functions/advance/index.ts", "export const handler = async () => 1;");
    const bundled = await bundle({ root, names: ["send-sms", "advance"] });
    expect(bundled.map(({ name }) => name).sort()).toEqual(["advance", "send-sms"]);
    const file = join(root, "dist/functions/send-sms/index.mjs");
    const { handler } = await import(pathToFileURL(file).href);
    expect(await handler()).toBe(5);
    expect(await readFile(join(root, "dist/maps/send-sms.map"), "utf8")).toContain("mappings");
  });

  it("names the functions that have no entry", async () => {
    await expect(bundle({ root, names: ["send-sms"] })).rejects.toThrow("send-sms");
  });
});
