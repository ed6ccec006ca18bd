import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { checkNotices } from "#domain/campaign/checks/notices";
import { isHeadKey } from "#domain/campaign/message-definition";
import type { NoticeBook } from "#domain/message/notice-book";
import { readYaml, shown } from "./campaign-files.ts";
import { yamlFilesIn, yamlName } from "./yaml-file.ts";

function read(folder: string) {
  return new Map(
    yamlFilesIn(folder).map((file) => [
      yamlName(file),
      { name: shown(file), yaml: readYaml(file) },
    ]),
  );
}

/** Every problem of a folder of notices (`en.yaml`, `es.yaml`, …). `domains`: the organization's. */
export function problemsOfNotices(
  folder: string,
  domains: readonly string[] = [],
): readonly LocatedProblem[] {
  const files = read(folder);
  const found: LocatedProblem[] = [];
  for (const { name, yaml } of files.values()) {
    for (const mistake of yaml.mistakes) found.push({ file: name, severity: "error", ...mistake });
  }
  const values = Object.fromEntries([...files].map(([key, { yaml }]) => [key, yaml.value]));
  for (const { file, path, code, severity, message } of checkNotices(values, domains)) {
    const language = file.replace(/^messages\/|\.yaml$/g, "");
    const { name, yaml } = files.get(language) ?? { name: shown(folder), yaml: undefined };
    const position = yaml?.locate(path) ?? { line: 1, column: 1 };
    found.push({ file: name, ...position, code, severity, message });
  }
  return found;
}

/**
 * The organization's direct answers to patients.
 * @throws Error naming the first problem, file and line, when the files are not sound.
 */
export function loadNotices(folder: string): NoticeBook {
  const [problem] = problemsOfNotices(folder).filter(({ severity }) => severity === "error");
  if (problem)
    throw new Error(`${problem.file}:${problem.line} ${problem.code}: ${problem.message}`);
  const books = [...read(folder)].map(([language, { yaml }]) => {
    const entries = Object.entries(yaml.value as Record<string, unknown>);
    return [language, Object.fromEntries(entries.filter(([key]) => !isHeadKey(key)))];
  });
  // Sound files hold every kind on every channel: `checkNotices` said so just above.
  return Object.fromEntries(books) as NoticeBook;
}
