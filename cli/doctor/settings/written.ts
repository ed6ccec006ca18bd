/** One text of an environment, and where it stands: `connect.sourceNumber`. */
export interface WrittenText {
  readonly path: string;
  readonly text: string;
}

/** Every text in a plain value, however deep. */
export function textsIn(value: unknown, path = ""): readonly WrittenText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, path === "" ? key : `${path}.${key}`),
  );
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
