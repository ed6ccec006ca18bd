/** A JSON Schema, as far as it is walked here. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Option {
  readonly label: string;
  readonly detail?: string;
  readonly isKey: boolean;
}

/** What is known besides the schema: names that the campaign itself, or the organization, gives. */
export interface Names {
  readonly concepts: readonly string[];
}

/**
 * What may be written at a place of a `campaign.yaml`: keys by the published JSON Schema, and after a
 * key its values, names of steps and of concepts. Reads lines by their indentation and never all of the
 * file, which is no YAML while somebody writes.
 */
export function optionsAt(
  text: string,
  at: number,
  schema: Schema,
  names: Names,
): readonly Option[] {
  const lines = text.slice(0, at).split("\n");
  const line = lines.at(-1) ?? "";
  const { path, key } = placeOf(lines, line);
  if (path === undefined) return [];
  const here = shapesAt(schema, path, schema);
  if (key === undefined) return keysOf(here, schema);
  const asked = here.flatMap((one) => shapesAt(one, [key], schema));
  const values = [
    ...asked.flatMap(({ enum: all = [], const: one }) => [
      ...all,
      ...(one === undefined ? [] : [one]),
    ]),
    ...(stepKeys.has(key) || path.at(-1) === "next" ? stepsIn(text) : []),
    ...(path[0] === "audience" || path[0] === "goal" || conceptKeys.has(key) ? names.concepts : []),
  ];
  return [...new Set(values.map(String))].map((label) => ({ label, isKey: false }));
}

const stepKeys: ReadonlySet<string> = new Set(["start", "same-as"]);
const conceptKeys: ReadonlySet<string> = new Set(["goal", "of"]);

/** The keys around the place, outermost first, and the key whose value is being written. */
function placeOf(lines: readonly string[], line: string) {
  const own = /^(\s*(?:- )*)(?:([\w-]+):\s)?[^:{}]*$/.exec(line);
  const flow = own ? undefined : /^(\s*(?:- )*)(.*)$/.exec(line);
  const indent = (own?.[1] ?? flow?.[1] ?? "").length;
  const path: string[] = [];
  let depth = indent;
  for (const before of lines.slice(0, -1).toReversed()) {
    const [, spaces = "", key] = /^(\s*(?:- )*)([\w-]+):/.exec(before) ?? [];
    if (key === undefined || spaces.length >= depth) continue;
    path.unshift(key);
    depth = spaces.length;
    if (depth === 0) break;
  }
  if (own) return { path, key: own[2] };
  return flowPlace(path, flow?.[2] ?? "");
}

/** Within braces: `next: { silence: ` is a value of `silence` in `next`. */
function flowPlace(path: readonly string[], rest: string) {
  const open: string[] = [];
  let key: string | undefined;
  for (const [word] of rest.matchAll(/[\w-]+|[{}[\],:]/g)) {
    if (word === "{" || word === "[") {
      open.push(key ?? "");
      key = undefined;
    } else if (word === "}" || word === "]") {
      open.pop();
    } else if (word === ",") {
      key = undefined;
    } else if (word !== ":") {
      key = word;
    }
  }
  const isValue = /:\s+[^\s,{}:]*$/.test(rest);
  return {
    path: [...path, ...open.filter((one) => one !== "")],
    key: isValue ? lastKey(rest) : undefined,
  };
}

const lastKey = (rest: string) => [...rest.matchAll(/([\w-]+):/g)].at(-1)?.[1];

/** All shapes that may stand where the path leads, choices and references followed. */
function shapesAt(from: Schema, path: readonly string[], root: Schema): readonly Schema[] {
  let shapes = spread(from, root);
  for (const name of path) {
    shapes = shapes.flatMap(({ properties, additionalProperties }) => {
      const named = properties?.[name];
      const other = typeof additionalProperties === "object" ? additionalProperties : undefined;
      const next = named ?? other;
      return next === undefined ? [] : spread(next, root);
    });
  }
  return shapes;
}

/** A list of shapes may be written with or without its brackets, and each choice as itself. */
function spread(schema: Schema, root: Schema, depth = 0): readonly Schema[] {
  if (depth > 6) return [];
  const { $ref, anyOf = [], oneOf = [], allOf = [], items } = schema;
  const named = $ref === "#" ? root : root.$defs?.[$ref?.replace("#/$defs/", "") ?? ""];
  const inner = [...anyOf, ...oneOf, ...allOf, ...(named ? [named] : [])];
  const listed = typeof items === "object" ? [items] : [];
  return [schema, ...[...inner, ...listed].flatMap((one) => spread(one, root, depth + 1))];
}

function keysOf(shapes: readonly Schema[], root: Schema): readonly Option[] {
  const found = new Map<string, Option>();
  for (const { properties = {} } of shapes) {
    for (const [label, inner] of Object.entries(properties)) {
      const detail = spread(inner, root).find(({ description }) => description)?.description;
      found.set(label, { label, isKey: true, ...(detail === undefined ? {} : { detail }) });
    }
  }
  return [...found.values()];
}

function stepsIn(text: string): readonly string[] {
  const [, after = ""] = /^steps:[^\n]*\n([\s\S]*)/m.exec(text) ?? [];
  const section = after.split(/\n(?=\S)/)[0] ?? "";
  return ["end", ...[...section.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name ?? "")];
}
