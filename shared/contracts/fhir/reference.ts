import type { Reference } from "./shape.ts";

/** FHIR R4 `id`: also what our keys can carry, for they are joined by `/` and `#`. */
const idPattern = /^[A-Za-z0-9.-]{1,64}$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/**
 * The id behind a reference to a resource of that type: relative (`Patient/1`), absolute, with a
 * version (`Patient/1/_history/2`), or a bundle's `urn:uuid:…`.
 */
export function idBehind(reference: Reference | undefined, type: string): string | undefined {
  const text = reference?.reference;
  if (text === undefined) return undefined;
  const start = text.lastIndexOf(`${type}/`);
  const id = start >= 0 ? pathPart(text, start + type.length + 1) : uuidPart(text);
  return id !== undefined && isId(id) ? id : undefined;
}

/** `Encounter/5`: the id of the fact or medication that a reference of a known type names. */
export function linkTo(reference: Reference | undefined, type: string): string | undefined {
  const id = idBehind(reference, type);
  return id === undefined ? undefined : `${type}/${id}`;
}

/** `Encounter/5` of a reference whose type is told by the reference itself. */
export function idOfAny(reference: Reference | undefined): string | undefined {
  const parts = (reference?.reference ?? "").split("/");
  const [type = "", id = ""] = (parts.at(-2) === "_history" ? parts.slice(0, -2) : parts).slice(-2);
  return /^[A-Z][A-Za-z]+$/.test(type) && isId(id) ? `${type}/${id}` : undefined;
}

function pathPart(text: string, from: number): string {
  const end = text.indexOf("/", from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
}

function uuidPart(text: string): string | undefined {
  return text.startsWith("urn:uuid:") ? text.slice("urn:uuid:".length) : undefined;
}
