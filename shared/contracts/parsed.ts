import type * as z from "zod/mini";

/**
 * The result of reading something that came from outside. `reason` is a code such as
 * `sms-inbound/no-sender`; it never holds what was read, for that may be PHI (law 11).
 */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export function read<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function unreadable(reason: string): Parsed<never> {
  return { ok: false, reason };
}

/** JSON text, or what is already parsed. Never throws. */
export function readJson(body: unknown, what: string): Parsed<unknown> {
  if (typeof body !== "string") return read(body);
  try {
    return read(JSON.parse(body));
  } catch {
    return unreadable(`${what}/not-json`);
  }
}

/**
 * Checks a body against a contract. The reason names the first field that is wrong, as the
 * contract spells it: such names are ours or AWS's. Keys that the contract does not know, of tags
 * or attributes, may be anybody's words, and are left out.
 */
export function readContract<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  what: string,
): Parsed<z.output<Schema>> {
  const json = readJson(body, what);
  if (!json.ok) return json;
  const result = schema.safeParse(json.value);
  if (result.success) return read(result.data);
  const names = namesIn(schema, result.error.issues[0]?.path ?? []);
  return unreadable(names.length > 0 ? `${what}/bad-${names.join(".")}` : `${what}/bad-shape`);
}

function isNamed(names: readonly string[]): boolean {
  return names.length > 0;
}

/** The fields on the way to a part, as far as the contract names them. */
function namesIn(schema: z.core.$ZodType, [part, ...rest]: readonly PropertyKey[]): string[] {
  if (part === undefined) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
      return namesIn(def.innerType, [part, ...rest]);
    case "array":
      return namesIn(def.element, rest);
    case "union":
      return def.options.map((one) => namesIn(one, [part, ...rest])).find(isNamed) ?? [];
    case "object": {
      const field = typeof part === "string" && Object.hasOwn(def.shape, part) && def.shape[part];
      return field ? [String(part), ...namesIn(field, rest)] : [];
    }
    default:
      return [];
  }
}
