import { inspect } from "node:util";
import { vi } from "vitest";

/**
 * Made-up health information that is easy to find again: names and words hold "okapi", which no file
 * and no field is called; numbers are of an area that the clinic has no line in.
 */
export const canary = {
  given: "Okapia",
  family: "Okapison",
  birthDate: "1961-07-23",
  record: "MRN-okapi-77",
  medicine: "okapistatin 20 mg",
  mail: "ada@okapi.example",
  words: "okapi words: my chest hurts",
  /** One of a hundred numbers. */
  phone: (index: number) => `+1617555${String(100 + index).padStart(4, "0")}`,
};

/** Its traces in a text, however it is written: as it is, escaped, or with other punctuation. */
export function tracesIn(text: string): readonly string[] {
  const plain = text.replaceAll("\\", "");
  const marks = /okapi[a-z]*|1961-?07-?23|617\W{0,3}555\W{0,3}01\d\d/gi;
  return [...plain.matchAll(marks)].map(([found]) => found);
}

export interface Overheard {
  /** Lines of the log and of metrics, and what was thrown, as Lambda writes them. */
  readonly said: readonly string[];
  readonly thrown: unknown;
}

/** Runs one invocation, and hears all that it says to the log or throws. */
export async function overhear(invoke: () => Promise<unknown>): Promise<Overheard> {
  const said: string[] = [];
  const hear = (...parts: unknown[]) => {
    said.push(parts.map((part) => `${inspect(part, { depth: 9 })} ${written(part)}`).join(" "));
    return true;
  };
  const methods = ["log", "info", "warn", "error", "debug", "trace"] as const;
  const spies = [
    ...methods.map((method) => vi.spyOn(console, method).mockImplementation(hear)),
    vi.spyOn(process.stdout, "write").mockImplementation(hear),
    vi.spyOn(process.stderr, "write").mockImplementation(hear),
  ];
  let thrown: unknown;
  try {
    await invoke();
  } catch (error) {
    thrown = error;
    said.push(written(error));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { said, thrown };
}

/** As Lambda's runtime writes it: of an error the name, message, stack and every field of its own. */
function written(value: unknown): string {
  const inside = (_: string, part: unknown) =>
    part instanceof Error
      ? { ...part, type: part.name, words: part.message, stack: part.stack }
      : part;
  return JSON.stringify(value, inside) ?? String(value);
}
