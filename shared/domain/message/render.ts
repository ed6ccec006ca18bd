import { septetsOf } from "./segments.ts";
import {
  allVariableNames,
  boundsOf,
  isVariable,
  type VariableName,
  type VariableValues,
} from "./variables.ts";

const placeholder = /\{([^{}]*)\}/g;

/**
 * The template with each `{name}` replaced by its value. Values are put in as they are, never read
 * for placeholders again. A brace that encloses nothing is text.
 * @throws Error `message/missing-variable: name` when the name is not one of `variables`, or its
 *   value is absent or blank: half a greeting must not go out. The value is never in the message.
 */
export function render(template: string, values: VariableValues): string {
  return template.replace(placeholder, (_, name: string) => {
    const value = isVariable(name) ? values[name]?.trim() : undefined;
    if (!value) throw new Error(`message/missing-variable: ${name}`);
    return value;
  });
}

/** The names between braces, each once, in order; `check` refuses those that no variable has. */
export function variablesOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] as string))];
}

/**
 * The template as long as it can get: every known variable at its greatest length, filled by its
 * example's own letters so that the encoding is the one to expect. Unknown names stay as written.
 */
export function longest(template: string): string {
  return template.replace(placeholder, (whole, name: string) =>
    isVariable(name) ? longestValues[name] : whole,
  );
}

const longestValues = Object.fromEntries(
  allVariableNames.map((name) => {
    const { example, lengthMax } = boundsOf(name);
    const filler = [...example].find((one) => /\p{L}|\p{N}/u.test(one) && septetsOf(one) === 1);
    return [name, example.padEnd(lengthMax, filler ?? "x")];
  }),
) as Readonly<Record<VariableName, string>>;
