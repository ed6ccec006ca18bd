import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "#support/data-file";
import { redFlagsPage } from "#support/red-flags-page";
import { root } from "#support/repository";
import { staffOpenApi } from "#support/staff-openapi";

/**
 * `npm run renew`: gives each data file of words a new version when its words changed, and writes
 * the page that clinicians read, and the document of the staff API. Whoever answers for the words
 * signs the new version by hand.
 */
const files = [
  "shared/domain/triage/red-flags.json",
  "shared/domain/reply/opt-out.json",
  "shared/domain/reply/replies.json",
];

for (const file of files) {
  const text = readFileSync(join(root, file), "utf8");
  const data = JSON.parse(text);
  if (data.digest === digestOf(data)) continue;
  const version = versionAfter(data.version, new Date().toISOString().slice(0, 10));
  const digest = digestOf({ ...data, version });
  const renewed = text
    .replace(/("version": )"[^"]*"/, `$1"${version}"`)
    .replace(/("digest": )"[^"]*"/, `$1"${digest}"`);
  writeFileSync(join(root, file), renewed);
  process.stdout.write(`${file} is now ${version}\n`);
}
writeFileSync(join(root, "docs/red-flags.md"), redFlagsPage());
writeFileSync(join(root, "docs/staff-api.json"), `${JSON.stringify(staffOpenApi(), null, 2)}\n`);

/** The first or the next one of the day. */
function versionAfter(version: string, today: string): string {
  const [day, count] = version.split(".");
  return day === today ? `${today}.${Number(count) + 1}` : `${today}.1`;
}
