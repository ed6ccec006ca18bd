/**
 * What went wrong, in one line with its code, for a person who did not write the code.
 * `ROUNDS_DEBUG=1` adds the stack.
 */
export function inWords(error: unknown, debug = process.env["ROUNDS_DEBUG"] ?? ""): string {
  if (!(error instanceof Error)) return `rounds: ${String(error)}`;
  const message = error.message.split("\n")[0]?.trim() || error.name;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const line =
    code === undefined || message.includes(code)
      ? `rounds: ${message}`
      : `rounds: ${message} (${code})`;
  if (debug !== "") return `${line}\n${error.stack ?? ""}`;
  const isAdvice = code?.startsWith("local/") || error.name === "CampaignProblem";
  return isAdvice ? line : `${line}\nROUNDS_DEBUG=1 shows where it happened.`;
}
