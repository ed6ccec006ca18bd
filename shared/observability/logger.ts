import { TryAgain, Unrecoverable } from "../errors.ts";
import { type LogFields, logFieldKinds } from "./log-fields.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

/** Writes one JSON object a line. `message` is a constant of the code, never composed of data. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** The same logger with fields that go on every line. */
  with(fields: LogFields): Logger;
}

export interface LoggerOptions {
  /** Takes one whole line, without its end; `console.log` in a function. */
  readonly write: (line: string) => void;
  /** Lines below it are not written. `info` unless told. */
  readonly level?: LogLevel;
  readonly fields?: LogFields;
}

const ranks: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Ids and codes are short; longer text is likely words, and words may be a patient's. */
const textLengthMax = 300;

/** Letters, digits and the punctuation of ids, codes, keys and ARNs: no spaces, no `@`. */
const idText = /^[A-Za-z0-9_.:/#=-]*$/;

/** A phone number in any common writing: ids of that shape are masked rather than trusted. */
const phoneText = /^\+?\d{10,15}$/;

export function createLogger(options: LoggerOptions): Logger {
  const threshold = ranks[options.level ?? "info"];
  const base = allowed(options.fields ?? {});
  const log = (level: LogLevel, message: string, fields: LogFields = {}): void => {
    if (ranks[level] < threshold) return;
    options.write(JSON.stringify({ level, message, ...base, ...allowed(fields) }));
  };
  return {
    debug: (message, fields) => log("debug", message, fields),
    info: (message, fields) => log("info", message, fields),
    warn: (message, fields) => log("warn", message, fields),
    error: (message, fields) => log("error", message, fields),
    with: (fields) => createLogger({ ...options, fields: { ...options.fields, ...fields } }),
  };
}

/**
 * What may be said of an error: its kind and our code. A foreign error gives its name only,
 * because SDK messages quote request values.
 */
export function errorFields(error: unknown): LogFields {
  if (error instanceof TryAgain || error instanceof Unrecoverable) {
    return { error: error.name, code: error.code };
  }
  if (error instanceof Error) return { error: error.name };
  return { error: "not-an-error" };
}

/** Keeps the listed fields of the right kind; types vanish at run time, so it is checked again. */
function allowed(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(logFieldKinds, name)) continue;
    const kind = logFieldKinds[name as keyof LogFields];
    if (kind === "number" && typeof value === "number") kept[name] = value;
    if (kind === "text" && typeof value === "string") kept[name] = safeText(value);
  }
  return kept;
}

function safeText(value: string): string {
  if (value.length > textLengthMax || !idText.test(value) || phoneText.test(value)) {
    return "(withheld)";
  }
  return value;
}
