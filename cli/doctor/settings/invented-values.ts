import type { Environment } from "#infra/environments";
import { type Finding, ok, problem } from "../finding.ts";
import { enumerate, textsIn } from "./written.ts";

const check = "invented";

/**
 * What the shipped environments are made of: account ids as AWS's documentation writes them, domains
 * that nobody can own (RFC 2606), telephone numbers kept for fiction (555-0100 to 555-0199, NANPA),
 * and ids of noughts.
 */
export function checkInventedValues(environment: Environment): readonly Finding[] {
  const texts = textsIn(environment);
  const found = kinds.flatMap(({ isIn, means }) => {
    const paths = texts.filter(({ text }) => isIn(text)).map(({ path }) => `\`${path}\``);
    if (paths.length === 0) return [];
    const says = `Invented ${means.what}: ${enumerate(paths)}. ${means.forPatients}`;
    return [problem(check, says, `Write ${means.instead} into infra/environments.ts.`)];
  });
  return found.length > 0 ? found : [ok(check, "No invented value is left.")];
}

interface Kind {
  readonly isIn: (text: string) => boolean;
  readonly means: { readonly what: string; readonly forPatients: string; readonly instead: string };
}

const kinds: readonly Kind[] = [
  {
    isIn: (text) => isInventedAccount(text) || isInventedAccount(accountOf(text) ?? ""),
    means: {
      what: "account",
      forPatients: "Nothing can be deployed there, or into a stranger's account.",
      instead: "the id of your own account",
    },
  },
  {
    isIn: (text) =>
      /(^|[@.])example\.(com|net|org)>?$|\.(example|test|invalid|localhost)>?$/i.test(text),
    means: {
      what: "domain or address",
      forPatients: "Patients get no mail from it, and staff or those on call no word.",
      instead: "domains and addresses that you own",
    },
  },
  {
    isIn: (text) => /^\+1\d{3}55501\d\d$/.test(text),
    means: {
      what: "telephone number",
      forPatients: "A patient who calls it or answers it reaches nobody.",
      instead: "the clinic's own numbers",
    },
  },
  {
    isIn: (text) => /^0{8}-/.test(text),
    means: {
      what: "id",
      forPatients: "No call is placed and no task raised, for Connect knows no such thing.",
      instead: "the ids from your Connect instance",
    },
  },
];

/** One digit twelve times, or three digits four times each, or the digits in their order. */
function isInventedAccount(text: string): boolean {
  const counted = ["123456789012", "210987654321", "012345678901"];
  return counted.includes(text) || /^(\d)\1{3}(\d)\2{3}(\d)\3{3}$/.test(text);
}

function accountOf(text: string): string | undefined {
  return /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/.exec(text)?.[1];
}
