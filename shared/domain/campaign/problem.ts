import { type ProblemCode, type Severity, severityOf } from "./problem-code.ts";

/** The file a problem is in, relative to the campaign's folder. */
export type ProblemFile = "campaign.yaml" | `messages/${string}.yaml`;

export type ProblemPath = readonly (string | number)[];

/** One thing that is wrong with a campaign's files, with what to do about it. */
export interface Problem {
  readonly file: ProblemFile;
  /** Where in the file; the part that is missing is not in it. */
  readonly path: ProblemPath;
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong, then what to do, for a care manager. */
  readonly message: string;
}

export type Report = (code: ProblemCode, path: ProblemPath, message: string) => void;

/** Collects the problems of one file. */
export function reporter(file: ProblemFile, into: Problem[]): Report {
  return (code, path, message) => {
    into.push({ file, path, code, severity: severityOf(code), message });
  };
}

/** Where a text stands in what was written. */
export function pathTo(value: unknown, text: string, at: ProblemPath): ProblemPath | undefined {
  if (value === text) return at;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathTo(inner, text, [...at, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
