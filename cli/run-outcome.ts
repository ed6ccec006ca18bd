import { join } from "node:path";
import type { Account } from "#local/account";
import { writeAccepted, writeLedger } from "./ledger-file.ts";
import { type Reach, reachOf } from "./report/reach.ts";
import { tasksOpened } from "./report/tasks.ts";
import { stateFolder } from "./stack-file.ts";

/** The last line of `rounds run --json`: a contract that scripts rely on. */
export interface RunOutcome {
  readonly reach: Reach;
  /** What the providers took on. */
  readonly sends: { readonly sms: number; readonly email: number; readonly voice: number };
  /** Tasks opened for agents. */
  readonly tasks: number;
  readonly laws: { readonly rows: number; readonly violations: number };
  readonly deadLetters: number;
  readonly quarantined: number;
}

export function outcomeOf(account: Account): RunOutcome {
  const sent = (channel: string) =>
    account.accepted.filter((one) => one.channel === channel).length;
  return {
    reach: reachOf(account.reach),
    sends: { sms: sent("sms"), email: sent("email"), voice: sent("voice") },
    tasks: tasksOpened(account.rows),
    laws: { rows: account.laws.rows, violations: account.laws.violations.length },
    deadLetters: Object.values(account.deadLetters).reduce((sum, each) => sum + each, 0),
    quarantined: account.quarantined,
  };
}

/** Where the last run's ledger lies, for `rounds explain` and `rounds verify`. */
export const lastRun = {
  ledger: join(stateFolder, "last-run", "ledger.ndjson"),
  accepted: join(stateFolder, "last-run", "accepted.ndjson"),
} as const;

/** Keeps the ledger and the providers' books for `explain` and `verify`. */
export async function keepLedger(
  { rows, accepted }: Pick<Account, "rows" | "accepted">,
  file?: string,
): Promise<void> {
  await writeLedger(lastRun.ledger, rows);
  await writeAccepted(lastRun.accepted, accepted);
  if (file !== undefined) await writeLedger(file, rows);
}
