import type { Account } from "../check-account.ts";
import { alarmsOf } from "./alarms.ts";
import type { AskedAs } from "./asking-client.ts";
import { callerOf } from "./caller.ts";
import { callsOf } from "./calls.ts";
import { functionsOf } from "./functions.ts";
import { mailsOf } from "./mails.ts";
import { textsOf } from "./texts.ts";

/** The account as AWS tells of it, with whatever credentials the SDK finds. */
export function accountOnAws(as: AskedAs): Account {
  return {
    caller: callerOf(as),
    functions: functionsOf(as),
    texts: textsOf(as),
    mails: mailsOf(as),
    calls: callsOf(as),
    alarms: alarmsOf(as),
  };
}
