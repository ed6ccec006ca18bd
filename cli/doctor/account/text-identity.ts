import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok, problem } from "../finding.ts";
import { notYet } from "./not-yet.ts";
import { noticeTopic } from "./notice-topic.ts";
import { answerTo } from "./question.ts";

/** A number or pool as End User Messaging describes it. */
export interface TextIdentity {
  /** `ACTIVE`, `PENDING`, … */
  readonly status: string;
  /** `TOLL_FREE`, `TEN_DLC`, …; a pool has none. */
  readonly numberType?: string;
  /** ARN of the topic that patients' texts come to; none while it is not two-way. */
  readonly answersTo?: string;
  readonly hasOwnOptOuts: boolean;
  readonly optOutList: string;
}

/** By its ARN, or as the one number that keeps this opt-out list. */
export type WhichIdentity = { readonly arn: string } | { readonly optOutList: string };

/** Where numbers and pools are looked up. */
export interface TextIdentities {
  /** The number or pool; none when there is no such. */
  identity(which: WhichIdentity): Promise<TextIdentity | undefined>;
}

/** What patients' texts come from and are answered to. */
export async function checkTextIdentity(
  environment: Environment,
  account: TextIdentities,
): Promise<readonly Finding[]> {
  const check = "texts-number";
  const { channels, name } = environment;
  const which =
    channels === "made" ? { optOutList: `rounds-${name}` } : { arn: channels.originationArn };
  if ("arn" in which && which.arn.includes(":sender-id/")) {
    const says = "Texts come from a sender id, which nobody can answer: a STOP is never heard.";
    return [problem(check, says, "Send from a number or a pool of numbers.")];
  }
  return answerTo({
    check,
    permission: "sms-voice:DescribePhoneNumbers and sms-voice:DescribePools",
    ask: () => account.identity(which),
    judge: (identity) => {
      if (identity !== undefined) return judgeIdentity(environment, identity);
      if (channels === "made") return [notYet(check, "number to text from")];
      const says = "`channels.originationArn` names no number of this account: no text is sent.";
      return [problem(check, says, "Correct it, or register the number.")];
    },
  });
}

function judgeIdentity(environment: Environment, identity: TextIdentity): readonly Finding[] {
  return [
    judgeStatus(environment, identity),
    judgePace(environment, identity),
    judgeAnswers(environment, identity),
    judgeOptOuts(environment, identity),
  ];
}

function judgeStatus(environment: Environment, { status }: TextIdentity): Finding {
  const check = "texts-number";
  if (status === "ACTIVE") return ok(check, "The number is active.");
  const says = `The number is ${status}, not ACTIVE: texts wait for it, and are withheld when their time is over.`;
  const advice = "See what its registration lacks in End User Messaging.";
  return mistake(contactsPatients(environment))(check, says, advice);
}

/**
 * Message parts a second by number type. What a 10DLC number may send is decided by its registration.
 * Source: End User Messaging user guide, "Message parts per second limits".
 */
const partsPerSecondMax: Readonly<Record<string, number>> = { TOLL_FREE: 3, SHORT_CODE: 100 };

function judgePace({ sms }: Environment, { numberType = "" }: TextIdentity): Finding {
  const check = "texts-pace";
  const most = partsPerSecondMax[numberType];
  if (most === undefined || sms.perSecond === undefined || sms.perSecond <= most) {
    return ok(check, "Nothing that AWS says of the number speaks against `sms.perSecond`.");
  }
  const says = `\`sms.perSecond\` is ${sms.perSecond} and a number of type ${numberType} sends ${most}: texts are refused and come back, and some come too late.`;
  return problem(check, says, `Write ${most}, or send from a number of another type.`);
}

function judgeAnswers(environment: Environment, { answersTo }: TextIdentity): Finding {
  const check = "texts-answers";
  const topic = noticeTopic(environment, "sms-inbound");
  if (answersTo === topic) return ok(check, "Patients' texts come back.");
  const so =
    answersTo === undefined
      ? "The number is not two-way"
      : "The number's answers go to another topic";
  const says = `${so}: no patient is heard, neither a STOP nor a call for help.`;
  return problem(check, says, `Switch two-way on, to ${topic}.`);
}

/**
 * With opt-outs managed by AWS, STOP and HELP are answered by AWS and never told. Source: End User
 * Messaging user guide, "Self-managed opt-outs".
 */
function judgeOptOuts(environment: Environment, identity: TextIdentity): Finding {
  const check = "texts-opt-outs";
  if (!identity.hasOwnOptOuts) {
    const says =
      "AWS keeps the opt-outs: it swallows STOP, so that calls and mails go on to somebody who said it.";
    return problem(check, says, "Switch self-managed opt-outs on.");
  }
  const { channels, name } = environment;
  const list =
    channels === "made" ? `rounds-${name}` : channels.optOutListArn.split(":opt-out-list/").at(-1);
  if (identity.optOutList === list) return ok(check, "STOP is heard here, and the list is ours.");
  const says = `The number keeps the opt-out list ${identity.optOutList}, and opt-outs are written to ${list}: the carrier takes texts to people who opted out.`;
  return problem(check, says, `Give the number the list ${list}.`);
}
