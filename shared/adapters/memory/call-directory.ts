import type { TouchKey } from "../../domain/record/touch.ts";
import type { CallDirectory } from "../../ports.ts";

export function createMemoryCallDirectory(): CallDirectory {
  const touches = new Map<string, TouchKey>();
  return {
    async remember(contact, key) {
      if (!touches.has(contact)) touches.set(contact, key);
    },
    async touchOf(contact) {
      return touches.get(contact);
    },
  };
}
