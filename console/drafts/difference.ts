import { structuredPatch } from "diff";

export interface ChangedLine {
  readonly is: "added" | "removed" | "same";
  readonly text: string;
}

export interface ChangedFile {
  readonly file: string;
  /** Lines that changed with those around them; a stretch that is left out parts two of them. */
  readonly hunks: readonly { readonly at: number; readonly lines: readonly ChangedLine[] }[];
}

type Texts = Readonly<Record<string, string>>;

const marks = { "+": "added", "-": "removed", " ": "same" } as const;

/** What differs between the files of two versions, file by file; those that are alike are left out. */
export function differencesOf(before: Texts, after: Texts): readonly ChangedFile[] {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return files.flatMap((file) => {
    const [from = "", to = ""] = [before[file], after[file]];
    if (from === to) return [];
    const { hunks } = structuredPatch(file, file, from, to, "", "", { context: 3 });
    return {
      file,
      hunks: hunks.map(({ newStart, lines }) => ({
        at: newStart,
        lines: lines.flatMap((line) => {
          const is = marks[line.charAt(0) as keyof typeof marks];
          // A last line without its end is told by a line of the tool's own.
          return is === undefined ? [] : [{ is, text: line.slice(1) }];
        }),
      })),
    };
  });
}
