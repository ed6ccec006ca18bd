import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lexicon } from "#domain/triage/entry";
import { root } from "./repository.ts";

const tiers = [
  ["T0", "Harm to oneself or to others", "crisis text with 988; crisis queue, 5 minutes"],
  ["T1", "A possible threat to life", "emergency text with 911; nurse, 10 minutes"],
  ["T2", "Needs a nurse the same day", "no automatic text; nurse, 60 minutes"],
  ["T3", "A clinical question", "no automatic text; nurse, next business day"],
  ["T4", "A service question", "no automatic text; service queue, next business day"],
] as const;

/** The page for clinicians, made of the data file as it lies on disk. */
export function redFlagsPage(): string {
  const text = readFileSync(join(root, "shared/domain/triage/red-flags.json"), "utf8");
  const lexicon = JSON.parse(text) as Lexicon;
  const { version, reviewedBy, reviewedOn, symptoms, cues, classes } = lexicon;
  return `${[
    "# Red flags",
    "",
    "What a reply is searched for, and what is done about it. This page is made by `npm run renew`",
    "from `shared/domain/triage/red-flags.json`; correct the file, not the page.",
    "",
    `Version ${version}. Reviewed by: ${reviewedBy} (${reviewedOn}).`,
    "",
    ...reading,
    ...tiers.flatMap(([tier, title, answer]) => [
      `## ${tier}: ${title}`,
      "",
      `Plainly said: ${answer}.`,
      "",
      "| what | language | follows | words |",
      "|---|---|---|---|",
      ...symptoms
        .filter((entry) => entry.tier === tier)
        .map(
          ({ id, title: what, language, source, phrases }) =>
            `| **${what}** \`${id}\` | ${language} | ${source} | ${listed(phrases)} |`,
        ),
      "",
    ]),
    "## Words that change the meaning",
    "",
    "| kind | what it does | words |",
    "|---|---|---|",
    ...cues.map(({ kind, title, phrases }) => `| \`${kind}\` | ${title} | ${listed(phrases)} |`),
    "",
    "## Classes of words",
    "",
    "| class | words |",
    "|---|---|",
    ...Object.entries(classes).map(([name, words]) => `| \`{${name}}\` | ${words} |`),
  ].join("\n")}\n`;
}

const reading = [
  "## How a reply is read",
  "",
  "1. The words are normalised: no capitals, no accents, short forms opened (“can't” is `can not`),",
  "   slips of the keyboard mended towards words of this file only.",
  "2. The phrases below are looked for. The longest counts: a `harmless` phrase hides the symptom",
  "   inside it (“seizure medicine”), and words inside a symptom never deny it (“can't breathe”).",
  "3. The words around each symptom are read: is it denied, past, supposed, a manner of speaking?",
  "4. The table decides, and the highest tier wins. A person reads whatever is marked.",
  "",
  "| tier | plain | denied | past or supposed | manner of speaking |",
  "|---|---|---|---|---|",
  "| T0 | T0 | T0, marked | T0, marked | marked, no text |",
  "| T1 | T1 | T3, marked | T2, marked | T3, marked |",
  "| T2 | T2 | nothing | T3, marked | nothing |",
  "| T3, T4 | same | nothing | same | nothing |",
  "",
  "Missing an emergency is worse than a false alarm, so harm to oneself is never set aside by a",
  "denial. Somebody else's emergency is an emergency too.",
  "",
  "How phrases are written: `face|mouth` either word; `bleed*` any word that begins so; `my?` may be",
  "missing; `{pain}` any word of that class; `..` up to three words between; `~` both within six",
  "words, in any order; `&` both anywhere in the message; `!like` not followed by it; `#` a number;",
  "`^` and `$` the beginning and the end of a sentence.",
  "",
];

/** In one cell of a table, where a stroke would end it. */
function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => `\`${phrase.replaceAll("|", "\\|")}\``).join("<br>");
}
