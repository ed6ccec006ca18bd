import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/repository.ts";

/**
 * Lints code as if it stood in that folder, and says what is wrong with it. In a folder of its own
 * with our rules, so that nothing else sees the planted file.
 */
function faults(folder: string, code: string): string {
  const place = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    mkdirSync(join(place, ".ci"));
    cpSync(join(root, ".ci/no-random.grit"), join(place, ".ci/no-random.grit"));
    const rules = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    writeFileSync(join(place, "biome.json"), JSON.stringify({ ...rules, vcs: { enabled: false } }));
    mkdirSync(join(place, folder), { recursive: true });
    writeFileSync(join(place, folder, "planted.ts"), code);
    const linter = join(root, "node_modules/@biomejs/biome/bin/biome");
    const args = [linter, "lint", "--colors=off", folder];
    const linted = spawnSync(process.execPath, args, { cwd: place, encoding: "utf8" });
    return linted.stdout + linted.stderr;
  } finally {
    rmSync(place, { recursive: true });
  }
}

const importing = (what: string) => `import { x } from "${what}";\nexport const a = x;\n`;
const forbidden = "noRestrictedImports";

describe("the arrows between layers are held by the linter", () => {
  it.each([
    ["shared/domain/record", "#adapters/dynamodb/table"],
    ["shared/domain/record", "../../../adapters/dynamodb/table.ts"],
    ["shared/domain/record", "#contracts/due-message"],
    ["shared/domain/record", "node:fs"],
    ["shared/usecases", "#adapters/dynamodb/table"],
    ["shared/usecases", "@aws-sdk/client-sqs"],
    ["shared/adapters", "#usecases/act"],
    ["shared/contracts", "#usecases/act"],
    ["shared/composition", "#local/stack"],
    ["functions/send-sms", "#infra/app"],
    ["console/worklist", "#usecases/act"],
    ["console/worklist", "#contracts/due-message"],
    ["console/worklist", "#adapters/dynamodb/table"],
    ["console/worklist", "../../shared/usecases/act.ts"],
    ["console/worklist", "node:fs"],
    ["console/worklist", "#local/strip/shown"],
    ["console/worklist", "../../local/strip/shown.ts"],
  ])("%s may not import %s", (folder, what) => {
    expect(faults(folder, importing(what))).toContain(forbidden);
  });

  it("the domain knows no clock, chance, process or network", () => {
    const code =
      "export const a = [Date.now(), Math.random(), process.pid, fetch, crypto, console];\n";
    const broken = faults("shared/domain/record", code);
    for (const name of ["Date", "process", "fetch", "crypto", "console"]) {
      expect(broken).toContain(`global variable ${name}`);
    }
    expect(broken).toContain("chance and time arrive as arguments");
  });

  it("a file that keeps to its layer breaks nothing", () => {
    expect(faults("shared/usecases", importing("#domain/record/decide"))).not.toContain(forbidden);
    const known = [
      "#contracts/api/me",
      "#contracts/campaign-files/yaml-text",
      "#domain/staff/role",
    ];
    for (const one of [...known, "../parts/page.tsx"]) {
      expect(faults("console/worklist", importing(one))).not.toContain(forbidden);
    }
  });
});
