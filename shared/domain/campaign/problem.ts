/** The file a problem is in, relative to the campaign's folder. */
export type ProblemFile = "campaign.yaml" | `messages/${string}.yaml`;

export type ProblemPath = readonly (string | number)[];

/** One thing that is wrong with a campaign's files, with what to do about it. */
export interface Problem {
  readonly file: ProblemFile;
  /** Where in the file; the part that is missing is not in it. */
  readonly path: ProblemPath;
  /** Stable and for machines: `unknown-key`. */
  readonly code: string;
  /** A campaign with an error is not loaded; a warning asks for a second look. */
  readonly severity: "error" | "warning";
  /** What is wrong, then what to do, for a care manager. */
  readonly message: string;
}

export type Report = (
  code: string,
  path: ProblemPath,
  message: string,
  severity?: Problem["severity"],
) => void;

/** Collects the problems of one file. */
export function reporter(file: ProblemFile, into: Problem[]): Report {
  return (code, path, message, severity = "error") => {
    into.push({ file, path, code, severity, message });
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
