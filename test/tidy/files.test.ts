import { describe, expect, it } from "vitest";
import { filesAt, textAt } from "#support/repository";

const sources = filesAt(
  "{shared,functions,infra,local,cli,test,.ci,console}/**/*.{ts,tsx,mjs}",
  "*.config.ts",
);
const written = [
  ...sources,
  ...filesAt("*.md", "docs/**/*.md", "campaigns/**/*.yaml", ".ci/*", "*.json").filter(
    (file) => file !== "package-lock.json",
  ),
];

const linesOf = (file: string) => textAt(file).trimEnd().split("\n").length;

describe("the domain", () => {
  const linesMax = 250;
  /** Files that may be longer, each for a reason; the bound may only come down. */
  const longer: Readonly<Record<string, number>> = {
    // One case for each event, so that what an event does is found in one place.
    // One reader of a whole story, which must know every event to judge any.
  };

  it(`is written in files of ${linesMax} lines at most`, () => {
    const tooLong = filesAt("shared/domain/**/*.ts").filter(
      (file) => linesOf(file) > (longer[file] ?? linesMax),
    );
    expect(tooLong).toEqual([]);
  });

  it("makes no exception that is not needed", () => {
    const unneeded = Object.keys(longer).filter((file) => linesOf(file) <= linesMax);
    expect(unneeded).toEqual([]);
  });

  it("uses every limit that it names", () => {
    const limits = textAt("shared/domain/limits.ts");
    const names = [...limits.matchAll(/^export const (\w+)/gm)].map(([, name]) => name ?? "");
    const users = sources
      .filter((file) => file !== "shared/domain/limits.ts" && !file.startsWith("test/"))
      .map(textAt);
    const isUsed = (name: string) => users.some((text) => new RegExp(`\\b${name}\\b`).test(text));
    expect(names.filter((name) => !isUsed(name))).toEqual([]);
  });
});

describe("every file", () => {
  it("is named for what it holds, not for being left over", () => {
    const leftOver =
      /\/(types|(\w+-)*(utils?|helpers?|common|misc|manager|service|impl))\.(tsx?|mjs)$/;
    expect(sources.filter((file) => leftOver.test(file))).toEqual([]);
  });

  it("is finished: what is open is an issue, not a mark", () => {
    const mark = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|")})\\b`);
    expect(written.filter((file) => mark.test(textAt(file)))).toEqual([]);
  });

  it("imports zod whole, so that bundles hold only what is used", () => {
    const isNamed = (file: string) => /import \{[^}]*\} from "zod"/.test(textAt(file));
    expect(sources.filter(isNamed)).toEqual([]);
  });

  it("mocks no module: fakes are the memory adapters", () => {
    const mock = new RegExp(`\\bvi\\.${"mock"}\\(`);
    expect(sources.filter((file) => mock.test(textAt(file)))).toEqual([]);
  });
});

describe("package.json", () => {
  it("asks for exact versions, so that every machine has the same", () => {
    const file = JSON.parse(textAt("package.json")) as Record<string, Record<string, string>>;
    const asked = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(file[kind] ?? {}),
    );
    const loose = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(asked.length).toBeGreaterThan(10);
    expect(loose).toEqual([]);
  });
});
