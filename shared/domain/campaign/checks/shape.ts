import * as z from "zod";
import { headerShape } from "../definition.ts";
import { nearest, suggestion } from "../did-you-mean.ts";
import type { ProblemPath, Report } from "../problem.ts";
import { neededKeys } from "../problem-code.ts";
import { asRecord, type Sketch } from "../sketch.ts";
import { stepDefinitions, stepVerbs } from "../step-definition.ts";

type Issue = z.core.$ZodIssue;

/** Keys and types: everything the schema can say, each step against the schema of its own kind. */
export function checkShape(sketch: Sketch, definition: unknown, report: Report): void {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) {
    report("wrong-type", [], "The file is not a campaign. Begin it with `id: family/name`.");
    return;
  }
  const header = z.strictObject({
    ...headerShape,
    steps: z.record(z.string(), z.unknown()),
  });
  reportIssues(header.safeParse(definition).error, [], definition, report);
  for (const [name, raw] of Object.entries(asRecord(asRecord(definition)["steps"]))) {
    checkStep(sketch, name, raw, report);
  }
}

function checkStep(sketch: Sketch, name: string, raw: unknown, report: Report): void {
  const path = ["steps", name];
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    report("wrong-type", path, `Step \`${name}\` is not a map. Write \`${name}: { send: … }\`.`);
    return;
  }
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    report("bad-name", path, `\`${name}\` is not a step name: use lower case, words joined by -.`);
  }
  if (name === "end") {
    report("reserved-step", path, "`end` is reserved: it ends the enrollment. Rename the step.");
  }
  const verb = sketch.steps.get(name)?.verb;
  if (verb === undefined || (verb === "wait" && hasUnknownVerb(raw))) {
    const stranger = Object.keys(raw).find((key) => !knownStepKeys.has(key)) ?? "";
    report(
      "unknown-step-kind",
      path,
      `Step \`${name}\` does nothing known.${suggestion(stranger, stepVerbs)}`,
    );
    return;
  }
  const others = stepVerbs.filter((each) => each !== "wait" && each !== verb && each in raw);
  if (others.length > 0) {
    report(
      "two-kinds",
      path,
      `Step \`${name}\` is both \`${verb}\` and \`${others.join("`, `")}\`. Make two steps of it.`,
    );
    return;
  }
  reportIssues(stepDefinitions[verb].safeParse(raw).error, path, raw, report);
}

const knownStepKeys: ReadonlySet<string> = new Set(
  Object.values(stepDefinitions).flatMap((schema) => Object.keys(schema.shape)),
);

/** `{ snd: invite, wait: 3 days, … }` reads as a wait; the stray key tells that it is none. */
function hasUnknownVerb(raw: object): boolean {
  const waitKeys = Object.keys(stepDefinitions.wait.shape);
  return Object.keys(raw).some((key) => !waitKeys.includes(key));
}

function reportIssues(
  error: z.ZodError | undefined,
  under: ProblemPath,
  raw: unknown,
  report: Report,
): void {
  for (const issue of error?.issues ?? []) reportIssue(issue, under, raw, report);
}

function reportIssue(issue: Issue, under: ProblemPath, raw: unknown, report: Report): void {
  const own = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const path = [...under, ...own];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const known = keysKnownAt(path);
      report(
        "unknown-key",
        [...path, key],
        isAudience(path)
          ? `${issue.message}${closest(key, known)}`
          : `\`${key}\` is not a key of ${place(path)}.${suggestion(key, known)}`,
      );
    }
    return;
  }
  if (issue.code === "invalid_union") {
    for (const inner of closestBranch(issue)) {
      reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, under, raw, report);
    }
    return;
  }
  const key = own.at(-1);
  const code = isAudience(path) ? "wrong-audience" : "wrong-type";
  if (isMissing(raw, own) && key !== undefined) {
    const needed = neededKeys.find((each) => each === key);
    report(
      needed === undefined ? code : `missing-${needed}`,
      path,
      `${capital(place(path.slice(0, -1)))} has no \`${key}\`. Add it${example(String(key))}.`,
    );
    return;
  }
  report(code, path, `\`${path.join(".")}\`: ${wording(issue, path)}`);
}

/** Of a choice of shapes, the one that was probably meant: with the fewest, deepest mistakes. */
function closestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, each) => sum + (each.path.length === 0 ? 10 : 1), 0);
  return issue.errors.reduce(
    (best, each) => (cost(each) < cost(best) ? each : best),
    issue.errors[0] ?? [],
  );
}

function isMissing(raw: unknown, path: ProblemPath): boolean {
  let value: unknown = raw;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !(part in value)) return true;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value === undefined || value === null;
}

const headerKeys = [...Object.keys(headerShape), "steps"];

/** Every key that the published JSON Schema knows below the header: audiences, mostly. */
const audienceKeys = (() => {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(asRecord((node as Record<string, unknown>)["properties"]))) {
      keys.add(key);
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(z.toJSONSchema(headerShape.audience, { io: "input" }));
  return [...keys];
})();

function keysKnownAt(path: ProblemPath): readonly string[] {
  if (path.length === 0) return headerKeys;
  if (path[0] === "steps") return [...knownStepKeys];
  if (path[0] === "again") return ["after"];
  return audienceKeys;
}

function closest(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
}

function place(path: ProblemPath): string {
  if (path.length === 0) return "a campaign";
  if (path[0] === "steps" && path.length === 2) return `step \`${path[1]}\``;
  return `\`${path.join(".")}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const examples: Readonly<Record<string, string>> = {
  owner: ": who answers for this campaign, such as `owner: Breast health program`",
  review: ": the clinical review date, such as `review: 2027-03-31`",
  goal: ": what ends the enrollment when it is met, such as `goal: { any: mammogram }`",
  start: ": the name of the first step",
  wait: ": how long silence lasts, such as `wait: 3 days`",
  next: ": where each outcome leads, such as `next: { silence: remind }`",
  over: ": the channels, such as `over: [sms, email]`",
  within: ": the agents' deadline, such as `within: 1 business day`",
  queue: ": who does the work, such as `queue: scheduling`",
};

function example(key: string): string {
  return examples[key] ?? "";
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a number",
  array: "a list",
  object: "a map",
  record: "a map",
};

function wording(issue: Issue, path: ProblemPath): string {
  if (isAudience(path)) return issue.message;
  if (issue.code === "invalid_type") return `Should be ${kinds[issue.expected] ?? issue.expected}.`;
  if (issue.code === "invalid_value") return `Should be one of ${issue.values.join(", ")}.`;
  const said = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
  return `${capital(said ?? "is not allowed here")}.`;
}

/** The audience's schema words its own errors. */
function isAudience(path: ProblemPath): boolean {
  return path[0] === "audience" || path[0] === "goal";
}
