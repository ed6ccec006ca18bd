/** What a request unit was spent on. */
export type Payer =
  | "record"
  | "due index"
  | "eligibility index"
  | "ledger rows"
  | "reach tallies"
  | "lists of cohorts"
  | "phone item"
  | "pace and day counters"
  | "call directory"
  | "profile and facts"
  | "campaigns and settings"
  | "refused conditions"
  | "other";

/** By the keys of `shared/adapters/dynamodb/keys.ts`. */
export function payerOf(pk: string, sk: string): Payer {
  if (sk === "record") return "record";
  if (sk === "profile" || sk.startsWith("facts")) return "profile and facts";
  if (sk.startsWith("eligibility#")) return "eligibility index";
  if (pk.startsWith("pace#")) return "pace and day counters";
  if (pk.startsWith("contact#")) return "call directory";
  if (pk.includes("#point#")) return "phone item";
  if (pk.endsWith("#reach") || pk.includes("#batch#")) return "reach tallies";
  if (pk.includes("#cohort#")) return "lists of cohorts";
  if (/^\d{10}/.test(sk)) return "ledger rows";
  if (!pk.includes("#") || pk.includes("#campaign#")) return "campaigns and settings";
  return "other";
}
