import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
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

/** What one file may hold: many times what anybody writes, and little enough to be looked through. */
const bounds = { depthMax: 40, valuesMax: 50_000 } as const;

/**
 * Reads YAML; a file with mistakes yields what could be read of it. Never throws, whatever the text
 * is: one that repeats itself by aliases until nothing could hold it, or that is nested without end,
 * is a mistake and yields nothing.
 */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const read = readDocument(text, lines);
  if (read === undefined) {
    const mistake = { ...position(0), code: "yaml-syntax", message: boundless } as const;
    return { value: undefined, mistakes: [mistake], locate: () => position(0) };
  }
  const { document, value, slips } = read;
  const mistakes = [
    ...document.errors.map(({ pos, message }) => ({ at: pos[0], ...unreadable(message) })),
    ...slips,
  ].toSorted((one, other) => one.at - other.at);
  return {
    value,
    mistakes: mistakes.map(({ at, code, message }) => ({ ...position(at), code, message })),
    locate: (path) => position(offsetOf(document.contents, path)),
  };
}

function unreadable(message: string) {
  const advice = "Correct the indentation, quotes or colons here.";
  return {
    code: "yaml-syntax",
    message: `${message.split("\n")[0] ?? "Not YAML"}. ${advice}`,
  } as const;
}

const boundless =
  "This file is nested, or repeats itself by aliases, beyond all that a campaign can be. Write out what is meant.";

/** Undefined where it is beyond all bounds: its reading took all of the stack, or would never end. */
function readDocument(text: string, lineCounter: LineCounter) {
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      // The library compares each key with each other one of its map; ours are in a set.
      uniqueKeys: false,
      // What is wrong is told with its place; nothing is printed on the way.
      logLevel: "error",
    });
    const slips = slipsIn(document);
    const isWhole = slips.every(({ code }) => code === "duplicate-key");
    const value: unknown = isWhole ? document.toJS() : undefined;
    return isBounded(value) ? { document, value, slips } : undefined;
  } catch (error) {
    // A ReferenceError is the library's word for aliases of aliases of aliases.
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

interface Slip {
  readonly at: number;
  readonly code: YamlMistake["code"];
  readonly message: string;
}

/** What the syntax allows and is wrong all the same: keys that are there twice, aliases to nothing. */
function slipsIn(document: Document): readonly Slip[] {
  const found: Slip[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (isMap(node)) found.push(...twiceIn(node));
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const message = `There is no \`&${node.source}\` before this. Write out what is meant.`;
        found.push({ at: startOf(node), code: "yaml-syntax", message });
      }
    },
  });
  return found;
}

function twiceIn(map: YAMLMap): readonly Slip[] {
  const keys = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? key.value : key;
    const isTwice = keys.has(name);
    keys.add(name);
    const message = "This key is there twice. Keep one of them.";
    return isTwice ? [{ at: startOf(key), code: "duplicate-key", message }] : [];
  });
}

/** Looks without recursion: what is asked about may be a circle. */
function isBounded(value: unknown): boolean {
  const left = [{ value, depth: 0 }];
  let values = 0;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    const inner = Object.values(next.value);
    const depth = next.depth + 1;
    values += inner.length;
    if (depth > bounds.depthMax || values > bounds.valuesMax) return false;
    for (const each of inner) left.push({ value: each, depth });
  }
  return true;
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
