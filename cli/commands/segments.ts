import type { Command } from "commander";
import { type SegmentCount, segments } from "#domain/message/segments";
import { printJson, printLine, readLines, type Terminal } from "../terminal.ts";

/** `rounds segments`: how each line of stdin would travel as an SMS. */
export function registerSegments(program: Command, terminal: Terminal = process): void {
  program
    .command("segments")
    .description("count the SMS segments of messages, one a line on stdin")
    .option("--json", "one object a line: text, encoding, segments, units")
    .addHelpText(
      "after",
      `
Units are septets in GSM-7 (^ { } \\ [ ~ ] | and the euro sign take two) and UTF-16 code units in
UCS-2. One segment holds 160 or 70 of them, a part of several 153 or 67. Nothing is transliterated.

  echo 'Oak Clinic: your lab test is due.' | rounds segments --json`,
    )
    .action(async (options: { json?: true }) => {
      for await (const text of readLines(terminal.stdin)) {
        const count = segments(text);
        if (options.json) await printJson({ text, ...count }, terminal);
        else await printLine(inWords(text, count), terminal);
      }
    });
}

function inWords(text: string, { encoding, segments: parts, units }: SegmentCount): string {
  return `${String(parts).padStart(2)} × ${encoding}  ${String(units).padStart(4)} units  ${text}`;
}
