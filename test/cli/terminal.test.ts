import { describe, expect, it } from "vitest";
import { fail, isTerminal, printJson, printLine, readLines } from "#cli/terminal";
import { scriptedTerminal } from "#support/scripted-terminal";

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(scriptedTerminal(chunks).stdin)) lines.push(line);
  return lines;
}

describe("the lines of a stream", () => {
  it("end at line feeds, with or without a carriage return", async () => {
    expect(await linesOf(["a\nb\r\n\nc"])).toEqual(["a", "b", "", "c"]);
    expect(await linesOf(["a\n"])).toEqual(["a"]);
    expect(await linesOf([])).toEqual([]);
  });

  it("survive chunks that cut a line or a character in two", async () => {
    const bytes = Buffer.from("\uFEFFseñora 😜\nmañana\n");
    const chunks = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await linesOf(chunks)).toEqual(["señora 😜", "mañana"]);
  });

  it("keep what belongs to a message", async () => {
    expect(await linesOf(["a\rb\u2028c\n"])).toEqual(["a\rb\u2028c"]);
  });
});

describe("a command's words", () => {
  it("go to stdout one line at a time, and complaints to stderr with the worse exit code", async () => {
    const terminal = scriptedTerminal();
    await printLine("hello", terminal);
    await printJson({ a: 1 }, terminal);
    fail("wrong use", 2, terminal);
    fail("a problem", 1, terminal);
    expect(terminal.printed()).toBe('hello\n{"a":1}\n');
    expect(terminal.complained()).toBe("wrong use\na problem\n");
    expect(terminal.exitCode).toBe(2);
    expect(isTerminal(terminal.stdout)).toBe(false);
  });
});
