import { concurrencyNeeded } from "#infra/concurrency-needed";
import type { Environment } from "#infra/environments";
import { type Finding, ok, problem } from "../finding.ts";
import { answerTo } from "./question.ts";

/** What Lambda grants the account in this region. */
export interface FunctionsAccount {
  /** Functions that may run at once, reserved or not. */
  concurrency(): Promise<number>;
}

/** Whether the account may run at once what the environment reserves and needs. */
export function checkFunctions(
  environment: Environment,
  account: FunctionsAccount,
): Promise<readonly Finding[]> {
  const check = "functions";
  const needed = concurrencyNeeded(environment);
  return answerTo({
    check,
    permission: "lambda:GetAccountSettings",
    ask: () => account.concurrency(),
    judge: (granted) => {
      if (granted >= needed)
        return [ok(check, `${granted} may run at once; ${needed} are needed.`)];
      const says = `${granted} functions may run at once and ${needed} are needed: the deployment is refused, or a busy hour keeps patients from being heard.`;
      const advice = `Ask AWS for ${needed} concurrent executions of Lambda; a new account has 10.`;
      return [problem(check, says, advice)];
    },
  });
}
