import { Readable, Writable } from "node:stream";
import type { Terminal } from "#cli/terminal";

export interface ScriptedTerminal extends Terminal {
  readonly printed: () => string;
  readonly complained: () => string;
}

/** A terminal whose stdin is this text, given in chunks, and which keeps what a command prints. */
export function scriptedTerminal(
  stdin: string | readonly (string | Buffer)[] = "",
): ScriptedTerminal {
  const out: string[] = [];
  const complaints: string[] = [];
  return {
    stdin: Readable.from(typeof stdin === "string" ? [stdin] : stdin),
    stdout: keeping(out),
    stderr: keeping(complaints),
    printed: () => out.join(""),
    complained: () => complaints.join(""),
  };
}

function keeping(texts: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      texts.push(String(chunk));
      done();
    },
  });
}
