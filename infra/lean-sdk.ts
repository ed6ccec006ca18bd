import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

const noEventStreams = fileURLToPath(new URL("no-event-streams.ts", import.meta.url));

/**
 * Has esbuild leave out what the SDK brings and no function uses, but a bundler cannot tell: the
 * shapes of operations that are never called, the manifests of the clients, and event streams. None
 * of it changes what a client sends or reads.
 */
export const leanSdk: Plugin = {
  name: "lean-sdk",
  setup(build) {
    build.onLoad({ filter: /\/@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      // A client tells its version to the service, and reads nothing else of its manifest.
      const { version } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
    build.onLoad(
      { filter: /\/@aws-sdk\/client-[^/]+\/dist-es\/schemas\/.*\.js$/ },
      async (file) => ({
        contents: withPlainKeys(await readFile(file.path, "utf8")),
        loader: "js",
      }),
    );
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: noEventStreams } : undefined,
    );
  },
};

/**
 * The same module with `{ [_h]: … }` written as `{ "http": … }`, where it says `const _h = "http"`.
 * A computed key might do something, so a bundler keeps each operation that has one, with all that
 * it takes and gives: of a client with hundreds, most of the client.
 */
export function withPlainKeys(module: string): string {
  const words = new Map(
    [...module.matchAll(/^const (\w+) = "(\w+)";$/gm)].map(([, name, word]) => [name, word]),
  );
  return module.replace(/\[(_\w+)\]:/g, (computed, name: string) => {
    const word = words.get(name);
    return word === undefined || word === "__proto__" ? computed : `"${word}":`;
  });
}
