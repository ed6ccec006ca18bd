import { LocalProblem } from "../problem.ts";
import type { StackTemplate, Template } from "./assembly.ts";

/** What intrinsic functions ask about. */
export interface Names {
  /** `Ref` of a resource, a parameter or a pseudo parameter; undefined when there is none. */
  reference(stack: StackTemplate, id: string): unknown;
  /** `Fn::GetAtt`. */
  attribute(stack: StackTemplate, id: string, attribute: string): unknown;
  /** The stack that exports the name and the value as its template writes it. */
  exported(name: string): { readonly stack: StackTemplate; readonly value: unknown } | undefined;
}

/**
 * The value with its intrinsic functions worked out. `AWS::NoValue` drops the key that holds it.
 * @throws LocalProblem for a function that the local stack does not know or a dangling reference.
 */
export function resolveValue(value: unknown, stack: StackTemplate, names: Names): unknown {
  const resolve = (part: unknown): unknown => resolveValue(part, stack, names);
  if (Array.isArray(value)) return value.map(resolve).filter((part) => part !== noValue);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first !== undefined && entries.length === 1) {
    const [key, argument] = first;
    if (key === "Ref") return reference(String(argument), stack, names);
    if (key.startsWith("Fn::")) return callFunction(key, argument, stack, names);
  }
  return Object.fromEntries(
    entries.map(([key, part]) => [key, resolve(part)]).filter(([, part]) => part !== noValue),
  );
}

const noValue = Symbol("AWS::NoValue");

function callFunction(
  name: string,
  argument: unknown,
  stack: StackTemplate,
  names: Names,
): unknown {
  const resolve = (part: unknown): unknown => resolveValue(part, stack, names);
  switch (name) {
    case "Fn::GetAtt":
      return attribute(argument, stack, names);
    case "Fn::Sub":
      return substitute(argument, stack, names);
    case "Fn::ImportValue":
      return importValue(String(resolve(argument)), names);
    case "Fn::Join": {
      const [separator, parts] = list(argument);
      return list(resolve(parts)).map(String).join(String(separator));
    }
    case "Fn::Select": {
      const [index, from] = list(argument);
      return list(resolve(from))[Number(resolve(index))];
    }
    case "Fn::Split": {
      const [separator, text] = list(argument);
      return String(resolve(text)).split(String(separator));
    }
    case "Fn::Base64":
      return Buffer.from(String(resolve(argument))).toString("base64");
    case "Fn::FindInMap": {
      const [map, top, second] = list(argument).map((part) => String(resolve(part)));
      return findInMap(stack.template, [map ?? "", top ?? "", second ?? ""]);
    }
    default:
      throw new LocalProblem(
        "local/unknown-intrinsic",
        `${stack.name} uses ${name}, which the local stack does not know. ` +
          "Write the template without it, or teach local/template/intrinsic.ts.",
      );
  }
}

function reference(id: string, stack: StackTemplate, names: Names): unknown {
  if (id === "AWS::NoValue") return noValue;
  const value = names.reference(stack, id);
  if (value !== undefined) return value;
  throw dangling(stack, id);
}

function attribute(argument: unknown, stack: StackTemplate, names: Names): unknown {
  const parts = typeof argument === "string" ? argument.split(".") : list(argument).map(String);
  const [id = "", ...rest] = parts;
  const value = names.attribute(stack, id, rest.join("."));
  if (value !== undefined) return value;
  throw dangling(stack, parts.join("."));
}

function importValue(name: string, names: Names): unknown {
  const found = names.exported(name);
  if (found !== undefined) return resolveValue(found.value, found.stack, names);
  throw new LocalProblem(
    "local/no-export",
    `A stack imports "${name}", which no stack of the assembly exports. ` +
      "Synthesize all stacks of the stage together.",
  );
}

function substitute(argument: unknown, stack: StackTemplate, names: Names): string {
  const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = new Map(Object.entries(given ?? {}));
  return String(text).replaceAll(/\$\{([^}]+)\}/g, (_whole, inner: string) => {
    if (inner.startsWith("!")) return `\${${inner.slice(1)}}`;
    if (variables.has(inner)) return String(resolveValue(variables.get(inner), stack, names));
    const isAttribute = inner.includes(".");
    return String(isAttribute ? attribute(inner, stack, names) : reference(inner, stack, names));
  });
}

function findInMap(template: Template, [map, top, second]: readonly [string, string, string]) {
  return template.Mappings[map]?.[top]?.[second] ?? "";
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function dangling(stack: StackTemplate, id: string): LocalProblem {
  return new LocalProblem(
    "local/dangling-reference",
    `${stack.name} refers to ${id}, which the local stack does not have.`,
  );
}
