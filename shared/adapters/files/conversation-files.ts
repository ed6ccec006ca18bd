import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { conversationProblems } from "#domain/campaign/conversation";
import { asRecord } from "#domain/campaign/sketch";
import { readYaml, shown } from "./campaign-files.ts";
import { yamlFilesIn } from "./yaml-file.ts";

/** What is wrong with a golden conversation that lies beside its campaign. */
export function problemsOfConversation(file: string): readonly LocatedProblem[] {
  const yaml = readYaml(file);
  const place = { file: shown(file), severity: "error" as const };
  return [
    ...yaml.mistakes.map((mistake) => ({ ...place, ...mistake })),
    ...conversationProblems(yaml.value).map(({ path, message }) => ({
      ...place,
      ...yaml.locate(path),
      code: "bad-conversation" as const,
      message,
    })),
  ];
}

/** The same of a folder that belongs to all campaigns: each must say which one it is about. */
export function problemsOfSharedConversations(folder: string): readonly LocatedProblem[] {
  return yamlFilesIn(folder).flatMap((file) => {
    const found = problemsOfConversation(file);
    if (found.length > 0 || "campaign" in asRecord(readYaml(file).value)) return found;
    const message = "It does not say which campaign it is about. Add `campaign: FAMILY/NAME`.";
    const place = { file: shown(file), line: 1, column: 1 };
    return [{ ...place, severity: "error" as const, code: "bad-conversation" as const, message }];
  });
}
