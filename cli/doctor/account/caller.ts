import type { Environment } from "#infra/environments";
import { ok, problem } from "../finding.ts";
import type { Question } from "./question.ts";

/** Whose account the credentials belong to. */
export interface Caller {
  /** Twelve digits. */
  accountId(): Promise<string>;
}

/** What another account says of itself is of no use here. */
export function askCaller({ account }: Environment, caller: Caller): Question<string> {
  const check = "account";
  return {
    check,
    permission: "sts:GetCallerIdentity",
    ask: () => caller.accountId(),
    judge: (id) => {
      if (id === account) return [ok(check, "The credentials are of the environment's account.")];
      const says = `The credentials are of account ${id}, the environment is for ${account}: a deployment with them would put this clinic's patients there.`;
      return [problem(check, says, "Sign in to the environment's account, or correct `account`.")];
    },
  };
}
