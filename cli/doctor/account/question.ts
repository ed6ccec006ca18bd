import { type Finding, skipped } from "../finding.ts";

/** One thing that is asked of the account, and what the answer means. */
export interface Question<Answer> {
  readonly check: string;
  /** The permission that asking takes. */
  readonly permission: string;
  readonly ask: () => Promise<Answer>;
  readonly judge: (answer: Answer) => readonly Finding[];
}

/** Never throws: what could not be asked is told as not looked at, with the reason. */
export async function answerTo<Answer>(question: Question<Answer>): Promise<readonly Finding[]> {
  const { check, permission, ask, judge } = question;
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    const { says, advice } = reasonOf(error, permission);
    return [skipped(check, says, advice)];
  }
  return judge(answer);
}

interface Reason {
  readonly says: string;
  readonly advice: string;
}

const unreachable: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT",
]);

/** The name of an error alone: AWS's words may quote whoever asked and what they sent. */
function reasonOf(error: unknown, permission: string): Reason {
  const name = error instanceof Error ? error.name : "an unknown error";
  if (name === "CredentialsProviderError") {
    return {
      says: "No credentials for AWS were found, so the account was not asked.",
      advice: "Sign in to AWS, name a profile with --profile, or ask for --offline.",
    };
  }
  if (/AccessDenied|Unauthorized|NotAuthorized|Forbidden/.test(name)) {
    return {
      says: `These credentials may not ask for it (${name}).`,
      advice: `Ask again with a role that may ${permission}.`,
    };
  }
  if (/Expired|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch/.test(name)) {
    return {
      says: `AWS does not take these credentials (${name}).`,
      advice: "Sign in to AWS again.",
    };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (unreachable.has(code) || name === "TimeoutError") {
    return {
      says: `AWS could not be reached (${code === "" ? name : code}).`,
      advice: "Look at the network and the region's name, and ask again.",
    };
  }
  return { says: `AWS gave no answer to it (${name}).`, advice: "Ask again, or look in AWS." };
}
