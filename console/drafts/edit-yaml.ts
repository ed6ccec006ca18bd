import { type Document, isMap, isScalar, type Pair, parseDocument } from "yaml";

/** A stretch of a text and what comes in its place: an editor takes it so that it can be undone. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

type Path = readonly string[];

/** The text at a path of a YAML file, if there is one; a number as its digits. */
export function valueAt(text: string, path: Path): string | undefined {
  const value: unknown = pairAt(text, path)?.value;
  if (!isScalar(value) || value.value === null || value.value === undefined) return undefined;
  return String(value.value);
}

/**
 * Puts a value where the path leads, and touches nothing else: comments, order and spelling stay. A key
 * of the outermost map that is not there yet is added to the end of the header. Undefined where the
 * file cannot be read so far, or something else than a text stands there.
 */
export function settingAt(text: string, path: Path, value: string | number): Edit | undefined {
  const pair = pairAt(text, path);
  if (pair === undefined) return path.length === 1 ? added(text, path[0] ?? "", value) : undefined;
  const { key, value: node } = pair;
  if (node !== null && !isScalar(node)) return undefined;
  const isEmpty = node === null || node.source === "" || node.range?.[0] === node.range?.[1];
  if (isEmpty) {
    const from = text.indexOf(":", isScalar(key) ? key.range?.[1] : undefined) + 1;
    return from === 0 ? undefined : { from, to: from, insert: ` ${spelled(value)}` };
  }
  const [from, to] = node.range ?? [0, 0];
  const written = text.slice(from, to);
  const isBlock = node.type === "BLOCK_LITERAL" && typeof value === "string" && /\S/.test(value);
  return { from, to, insert: isBlock ? block(written, value) : spelled(value) };
}

export function edited(text: string, { from, to, insert }: Edit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function pairAt(text: string, path: Path): Pair<unknown, unknown> | undefined {
  let node: unknown = documentOf(text)?.contents;
  let found: Pair<unknown, unknown> | undefined;
  for (const name of path) {
    if (!isMap(node)) return undefined;
    found = node.items.find(({ key }) => isScalar(key) && key.value === name);
    if (found === undefined) return undefined;
    node = found.value;
  }
  return found;
}

let last: { readonly text: string; readonly document: Document | undefined } | undefined;

/** The same text is read once for all fields of a form. */
function documentOf(text: string): Document | undefined {
  if (last?.text !== text) last = { text, document: read(text) };
  return last.document;
}

function read(text: string): Document | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: "error", uniqueKeys: false });
  } catch {
    // Nested without end: the check says so.
    return undefined;
  }
}

function added(text: string, key: string, value: string | number): Edit | undefined {
  const contents = documentOf(text)?.contents;
  if (!isMap(contents)) return undefined;
  const before = ["title", "id"].flatMap((name) =>
    contents.items.filter(({ key: known }) => isScalar(known) && known.value === name),
  )[0];
  const start = isScalar(before?.key) ? (before.key.range?.[0] ?? 0) : 0;
  const end = text.indexOf("\n", start);
  const from = end < 0 ? text.length : end + 1;
  const insert = `${end < 0 ? "\n" : ""}${key}: ${spelled(value)}\n`;
  return { from, to: from, insert };
}

/** Words that YAML would take for something else. */
const taken = /^(?:true|false|null|yes|no|on|off|~)$/i;

function spelled(value: string | number): string {
  if (typeof value === "number") return String(value);
  const isPlain = /^[\p{L}][\p{L}\p{N} .()/;%-]*$|^\d{4}-\d\d-\d\d$/u.test(value);
  return isPlain && !taken.test(value) && value.trim() === value ? value : JSON.stringify(value);
}

/** A text of several lines stays one, at the same indentation. */
function block(written: string, value: string): string {
  const [head = "|", ...lines] = written.split("\n");
  const indent = /^ */.exec(lines.find((line) => line.trim() !== "") ?? "  ")?.[0] ?? "  ";
  const body = value.replace(/\n+$/, "").split("\n");
  const end = written.endsWith("\n") ? "\n" : "";
  return [head, ...body.map((line) => (line === "" ? "" : indent + line))].join("\n") + end;
}
