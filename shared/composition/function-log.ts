import { createLogger, type Logger } from "#observability/logger";

/** The log of a function of that name: allow-listed fields only. */
export function createFunctionLog(name: string): Logger {
  return createLogger({
    // As an object: a line of JSON would be wrapped in quotes once more by the runtime.
    write: (line) => console.log(JSON.parse(line)),
    fields: { function: name },
  });
}
