/**
 * EventBridge's content filtering, also used by event-source mappings (EventBridge guide, "Event
 * patterns"; Lambda guide, "Control which events Lambda sends to your function"): every field named
 * must match; a list offers alternatives; objects in a list are comparisons.
 */
export function matchesPattern(pattern: unknown, value: unknown): boolean {
  if (!isObject(pattern)) return false;
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === "$or" && Array.isArray(wanted)) {
      return wanted.some((one) => matchesPattern(one, value));
    }
    const actual = isObject(value) ? value[key] : undefined;
    if (!Array.isArray(wanted)) return matchesPattern(wanted, actual);
    const values = Array.isArray(actual) ? actual : [actual];
    return values.some((one) => wanted.some((choice) => matchesChoice(choice, one)));
  });
}

function matchesChoice(choice: unknown, value: unknown): boolean {
  if (!isObject(choice)) return choice === value;
  return Object.entries(choice).every(([comparison, operand]) =>
    compare(comparison, operand, value),
  );
}

function compare(comparison: string, operand: unknown, value: unknown): boolean {
  switch (comparison) {
    case "exists":
      return (value !== undefined) === operand;
    case "prefix":
      return compareText(operand, value, (text, part) => text.startsWith(part));
    case "suffix":
      return compareText(operand, value, (text, part) => text.endsWith(part));
    case "equals-ignore-case":
      return compareText({ [comparison]: operand }, value, (text, other) => text === other);
    case "wildcard":
      return typeof value === "string" && wildcard(String(operand)).test(value);
    case "anything-but":
      return value !== undefined && !matchesAny(operand, value);
    case "numeric":
      return typeof value === "number" && Array.isArray(operand) && inRange(operand, value);
    default:
      return false;
  }
}

function compareText(
  operand: unknown,
  value: unknown,
  compareTexts: (text: string, operand: string) => boolean,
): boolean {
  if (typeof value !== "string") return false;
  if (typeof operand === "string") return compareTexts(value, operand);
  const folded = isObject(operand) ? operand["equals-ignore-case"] : undefined;
  return typeof folded === "string" && compareTexts(value.toLowerCase(), folded.toLowerCase());
}

function matchesAny(operand: unknown, value: unknown): boolean {
  const choices = Array.isArray(operand) ? operand : [operand];
  return choices.some((choice) => matchesChoice(choice, value));
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}

/** `[">", 0, "<=", 5]` */
function inRange(operand: readonly unknown[], value: number): boolean {
  for (let at = 0; at + 1 < operand.length; at += 2) {
    const bound = Number(operand[at + 1]);
    const holds = {
      "=": value === bound,
      "<": value < bound,
      "<=": value <= bound,
      ">": value > bound,
      ">=": value >= bound,
    }[String(operand[at])];
    if (holds !== true) return false;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
