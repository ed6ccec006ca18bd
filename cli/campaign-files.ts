import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CampaignFiles,
  findCampaigns,
  readCampaignFiles,
} from "#adapters/files/campaign-files";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { Audience } from "#domain/audience/audience";
import { ruleProblems, withRules } from "#domain/audience/named-rule";
import type { Campaign } from "#domain/campaign/campaign";
import { check, isSound } from "#domain/campaign/check";
import { compileSource } from "#domain/campaign/compile-source";
import { asRecord } from "#domain/campaign/sketch";
import { loadRules } from "./rules.ts";

/** A campaign could not be loaded: what `rounds check` says about it. */
export class CampaignProblem extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(message: string, problems: readonly LocatedProblem[] = []) {
    super(message);
    this.name = "CampaignProblem";
    this.problems = problems;
  }
}

/** Reviews that are past stop new enrollments, never those that are on: loading ignores them. */
const beforeAnyReview = -1_000_000;

/** `campaigns` where the command runs, else the shipped ones. */
export function campaignsFolder(): string {
  if (existsSync("campaigns")) return "campaigns";
  return join(dirname(fileURLToPath(import.meta.url)), "..", "campaigns");
}

/**
 * The campaign that a person named: `screening/mammogram`, a folder or a YAML file.
 * @throws CampaignProblem when there is none or `check` finds an error in it.
 */
export function loadCampaign(ref: string, version = 1): Campaign {
  return compiled(filesOf(ref), version);
}

/**
 * Every campaign in the folder, sorted by path.
 * @throws CampaignProblem when there is none or `check` finds an error in one.
 */
export function loadCampaigns(folder = campaignsFolder(), version = 1): readonly Campaign[] {
  const { files } = findCampaigns([folder]);
  if (files.length === 0) throw new CampaignProblem(`There is no campaign in ${folder}.`);
  return files.map((file) => compiled(readCampaignFiles(file), version));
}

/**
 * Whom a campaign is for, without asking whether its messages are written: selection can be tried
 * before there are any.
 * @throws CampaignProblem when there is no such file or its audience is no audience.
 */
export function loadAudience(ref: string): {
  readonly id: string;
  readonly audience: Audience;
  readonly goal?: Audience;
} {
  const files = filesOf(ref);
  const { id, audience, goal } = asRecord(files.source.definition);
  const read = Audience.safeParse(audience);
  if (!read.success || files.mistakes.length > 0) {
    const problems = problemsOf(files).filter(
      ({ code }) => code === "yaml-syntax" || code.endsWith("audience") || code === "unknown-key",
    );
    throw new CampaignProblem(`${files.file} has no audience that can be read.`, problems);
  }
  const { rules } = loadRules(files.file);
  const end = Audience.safeParse(goal);
  const wrong = ruleProblems(read.data, rules);
  if (wrong.length > 0) throw new CampaignProblem(wrong.map(({ message }) => message).join("\n"));
  return {
    id: typeof id === "string" ? id : files.source.folder,
    audience: withRules(read.data, rules),
    ...(end.success ? { goal: withRules(end.data, rules) } : {}),
  };
}

function filesOf(ref: string): CampaignFiles {
  for (const path of [join(campaignsFolder(), ref), ref]) {
    const [file] = findCampaigns([path]).files;
    if (file !== undefined) return readCampaignFiles(file);
  }
  const known = findCampaigns([campaignsFolder()]).files.map(
    (file) => readCampaignFiles(file).source.folder,
  );
  throw new CampaignProblem(`There is no campaign \`${ref}\`. There are: ${known.join(", ")}.`);
}

function problemsOf(files: CampaignFiles): readonly LocatedProblem[] {
  const { rules } = loadRules(files.file);
  const found = check(files.source, { today: beforeAnyReview, rules });
  return [...files.mistakes, ...found.map(files.locate)];
}

function compiled(files: CampaignFiles, version: number): Campaign {
  const problems = problemsOf(files);
  if (!isSound(problems)) {
    const errors = problems.filter(({ severity }) => severity === "error");
    throw new CampaignProblem(
      `${files.file} has ${errors.length} error${errors.length === 1 ? "" : "s"}: run \`rounds check ${files.file}\`.`,
      errors,
    );
  }
  return compileSource(files.source, loadRules(files.file).rules, version);
}
