import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";

/** Counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlMistake extends Position {
  readonly code: "yaml-syntax" | "duplicate-key";
  readonly message: string;
}

/** A YAML 1.2 file that remembers where everything stands. */
export interface YamlFile {
  readonly value: unknown;
  readonly mistakes: readonly YamlMistake[];
  /** Where the path leads; for what is missing, the nearest thing around it that is there. */
  locate(path: readonly (string | number)[]): Position;
}

/** The YAML files of a folder, sorted, without hidden ones. One that is not there holds none. */
export function yamlFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name));
}

/** The name of a YAML file without its ending: `en` of `messages/en.yaml`. */
export function yamlName(file: string): string {
  return basename(file).replace(/\.ya?ml$/, "");
}

/** Reads YAML; a file with mistakes yields what could be read of it. Never throws. */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // What is wrong is told with its place, below; nothing is printed on the way.
    logLevel: "error",
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const mistakes = document.errors.map((error): YamlMistake => {
    const isDuplicate = error.code === "DUPLICATE_KEY";
    return {
      ...position(error.pos[0]),
      code: isDuplicate ? "duplicate-key" : "yaml-syntax",
      message: isDuplicate
        ? "This key is there twice. Keep one of them."
        : `${error.message.split("\n")[0] ?? "Not YAML"}. Correct the indentation, quotes or colons here.`,
    };
  });
  return {
    value: readValue(document),
    mistakes,
    locate: (path) => position(offsetOf(document.contents, path)),
  };
}

function readValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    // An alias to nothing: its mistake is among the errors already.
    return undefined;
  }
}

function offsetOf(root: unknown, path: readonly (string | number)[]): number {
  let node = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair = pairOf(node, part);
      if (!pair) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === undefined) return offset;
      offset = startOf(item);
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

function pairOf(map: YAMLMap, key: string | number) {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
