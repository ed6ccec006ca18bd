import { describe, expect, it } from "vitest";
import { createLogger, errorFields } from "#observability/logger";
import { StaleRecord, TryAgain, Unrecoverable } from "../../shared/errors.ts";

function logged(level: "debug" | "info" = "info") {
  const lines: string[] = [];
  return { lines, logger: createLogger({ write: (line) => lines.push(line), level }) };
}

describe("a log line", () => {
  it("is one JSON object with the level, the message and the listed fields", () => {
    const { lines, logger } = logged();
    logger.with({ function: "send-sms" }).info("touch claimed", { patient: "p-1", count: 2 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: "info", message: "touch claimed", function: "send-sms", patient: "p-1", count: 2 },
    ]);
  });

  it("drops a field that is not on the list, whatever the caller claims", () => {
    const { lines, logger } = logged();
    const careless = { patient: "p-1", phone: "+14255550182", body: { given: "Ana" } };
    logger.warn("careless", careless);
    expect(lines[0]).not.toMatch(/4255550182|Ana|phone|body/);
    expect(lines[0]).toContain("p-1");
  });

  it("withholds values that look like words, numbers or addresses of people", () => {
    const { lines, logger } = logged();
    for (const canary of ["+14255550182", "4255550182", "ana@example.org", "I have chest pain"]) {
      logger.error("careless", { reason: canary, code: canary });
    }
    expect(lines.join("\n")).not.toMatch(/425555|example\.org|chest/);
    expect(lines.every((line) => line.includes("(withheld)"))).toBe(true);
  });

  it("is not written below the level", () => {
    const { lines, logger } = logged();
    logger.debug("quiet");
    expect(lines).toEqual([]);
  });

  it("says of a foreign error its name only, because its message may quote a request", () => {
    expect(errorFields(new TypeError("no such number +14255550182"))).toEqual({
      error: "TypeError",
    });
    expect(errorFields("+14255550182")).toEqual({ error: "not-an-error" });
  });

  it("says of our own errors the kind and the code", () => {
    expect(errorFields(new StaleRecord())).toEqual({ error: "StaleRecord", code: "record/stale" });
    expect(errorFields(new Unrecoverable("campaign/missing"))).toEqual({
      error: "Unrecoverable",
      code: "campaign/missing",
    });
    expect(new TryAgain("sqs/throttled", { afterMs: 5 }).afterMs).toBe(5);
    expect(new StaleRecord()).toBeInstanceOf(TryAgain);
  });
});
