import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#support/repository";

/** The emulator from PyPI, its version fixed as that of every dependency is. */
const emulator = "ministack==1.5.33";

/** Ignored by Git; made anew when the version changes. */
const folder = join(root, ".cache", emulator.replace("==", "-"));

/** Newest first, for the plain name may be an old one. */
const names = ["python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python3"];

/** The emulator's program, or why there is none on this machine. */
export type Installed = { readonly program: string } | { readonly missing: string };

/**
 * Installs the emulator into a virtual environment of the repository's own, once. A machine without
 * Python 3.10, its `venv` or a package index that answers is told of, for it is nobody's mistake.
 */
export function installEmulator(): Installed {
  const program = join(folder, "bin", "ministack");
  // Written last, so that an installation that broke off is not taken for one.
  const whole = join(folder, "installed");
  if (existsSync(whole)) return { program };
  if (process.platform === "win32") return { missing: "the emulator needs Linux or macOS" };
  const python = names.find(isUsable);
  if (python === undefined)
    return { missing: "there is no Python 3.10 or later with venv and pip" };
  rmSync(folder, { recursive: true, force: true });
  const made = run(python, ["-m", "venv", folder]);
  if (!made.isFine) return { missing: `${python} makes no virtual environment: ${made.lastLine}` };
  const pip = join(folder, "bin", "pip");
  const got = run(pip, ["install", "--quiet", "--disable-pip-version-check", emulator]);
  if (!got.isFine) return { missing: `pip cannot install ${emulator}: ${got.lastLine}` };
  writeFileSync(whole, `${emulator}\n`);
  return { program };
}

const probe = "import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)";

function isUsable(python: string): boolean {
  return run(python, ["-c", probe]).isFine;
}

function run(command: string, args: readonly string[]) {
  const { status, stderr, error } = spawnSync(command, [...args], { encoding: "utf8" });
  const said = error?.message ?? stderr;
  return { isFine: status === 0, lastLine: said.trim().split("\n").at(-1) ?? "" };
}
