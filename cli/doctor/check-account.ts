import type { Environment } from "#infra/environments";
import { type AlarmsAccount, checkAlarmsConfirmed } from "./account/alarms.ts";
import { askCaller, type Caller } from "./account/caller.ts";
import { type CallsAccount, checkCalls } from "./account/calls.ts";
import { checkFunctions, type FunctionsAccount } from "./account/functions.ts";
import { checkMails, type MailsAccount } from "./account/mails.ts";
import { answerTo } from "./account/question.ts";
import { checkTexts, type TextsAccount } from "./account/texts.ts";
import type { Finding } from "./finding.ts";

/** The account that an environment names, in its region. Everything is asked, nothing is changed. */
export interface Account {
  readonly caller: Caller;
  readonly functions: FunctionsAccount;
  readonly texts: TextsAccount;
  readonly mails: MailsAccount;
  readonly calls: CallsAccount;
  readonly alarms: AlarmsAccount;
}

/** What the account lacks. Never throws; asks no further where it is not the environment's. */
export async function checkAccount(
  environment: Environment,
  account: Account,
): Promise<readonly Finding[]> {
  const caller = await answerTo(askCaller(environment, account.caller));
  if (!caller.every(({ is }) => is === "ok")) return caller;
  const found = await Promise.all([
    checkFunctions(environment, account.functions),
    checkTexts(environment, account.texts),
    checkMails(environment, account.mails),
    checkCalls(environment, account.calls),
    checkAlarmsConfirmed(environment, account.alarms),
  ]);
  return [...caller, ...found.flat()];
}
