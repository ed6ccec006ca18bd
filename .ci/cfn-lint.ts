import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../infra/bundle-folder.ts";
import { synthesize } from "../infra/synth.ts";

/**
 * Reads every synthesized template with cfn-lint, in an environment of its own under `.cache/`.
 * What it may find stands in `.cfnlintrc`. Ends with 0 when nothing was found, 1 when something
 * was, and 2 when it could not be run at all: then nothing is known.
 */

/** Exact, so that a new rule of theirs is our change and not a surprise. */
const version = "1.58.0";
const place = join(repository, `.cache/cfn-lint-${version}`);
const binaries = join(place, process.platform === "win32" ? "Scripts" : "bin");
const linter = join(binaries, "cfn-lint");

/** The command of a Python that can run it, 3.9 or later. */
function findPython(): string | undefined {
  const isRecent = "import sys; sys.exit(sys.version_info < (3, 9))";
  return ["python3", "python"].find((name) => spawnSync(name, ["-c", isRecent]).status === 0);
}

/** @returns what keeps it from being installed. */
function install(python: string): string | undefined {
  const made = spawnSync(python, ["-m", "venv", place], { encoding: "utf8" });
  if (made.status !== 0) return `${python} makes no virtual environment: ${made.stdout}`;
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const got = spawnSync(join(binaries, "python"), [...pip, `cfn-lint==${version}`], {
    encoding: "utf8",
  });
  return got.status === 0 ? undefined : `pip does not install it: ${got.stderr}`;
}

/** @returns what keeps it from being run, when it is not there yet and cannot be had. */
async function prepare(): Promise<string | undefined> {
  if (existsSync(linter)) return undefined;
  const python = findPython();
  if (!python) return "there is no Python 3.9 or later";
  const failure = install(python);
  // Half an environment would be taken for a whole one the next time.
  if (failure) await rm(place, { recursive: true, force: true });
  return failure;
}

async function lint(): Promise<number> {
  const outdir = await mkdtemp(join(tmpdir(), "rounds-lint-"));
  try {
    const { stages } = await synthesize({ outdir, validate: false });
    const templates = stages.flatMap(({ stacks }) => stacks.map((stack) => stack.templateFile));
    const { status } = spawnSync(linter, ["--template", ...templates], {
      cwd: repository,
      stdio: "inherit",
    });
    if (status === null) {
      console.log("cfn-lint was not run: it could not be started.");
      return 2;
    }
    const found = status === 0 ? "nothing found" : "see above";
    console.log(`cfn-lint ${version}: ${templates.length} templates, ${found}`);
    return status === 0 ? 0 : 1;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

const missing = await prepare();
if (missing) {
  console.log(`cfn-lint was not run: ${missing.trim()}`);
  process.exitCode = 2;
} else {
  process.exitCode = await lint();
}
