import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok, problem, warning } from "../finding.ts";
import { notYet } from "./not-yet.ts";
import { noticeTopic } from "./notice-topic.ts";
import { answerTo } from "./question.ts";

/** How SES looks upon the account in this region. */
export interface MailStanding {
  readonly isInSandbox: boolean;
  readonly isSending: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  /** Mails a second. */
  readonly perSecond: number;
  /** Mails in 24 hours; none when there is no limit. */
  readonly perDay: number | undefined;
}

/** A configuration set. */
export interface MailSet {
  readonly requiresTls: boolean;
  readonly isSending: boolean;
  /** ARNs of the topics it reports to. */
  readonly reportsTo: readonly string[];
}

/** What SES says of the account in this region. */
export interface MailsAccount {
  standing(): Promise<MailStanding>;
  /** Whether mail may be sent from a domain or address; none when SES does not know it. */
  isVerified(identity: string): Promise<boolean | undefined>;
  configurationSet(name: string): Promise<MailSet | undefined>;
}

/** One question after the other: most operations of SES may be called once a second. */
export async function checkMails(
  environment: Environment,
  account: MailsAccount,
): Promise<readonly Finding[]> {
  const standing = await answerTo({
    check: "mails",
    permission: "ses:GetAccount",
    ask: () => account.standing(),
    judge: (answer) => [judgeStanding(environment, answer), ...judgePace(environment, answer)],
  });
  return [
    ...standing,
    ...(await checkIdentity(environment, account)),
    ...(await checkSet(environment, account)),
  ];
}

function judgeStanding(environment: Environment, standing: MailStanding): Finding {
  const check = "mails";
  const { isInSandbox, isSending, enforcement } = standing;
  if (!isSending || enforcement === "SHUTDOWN") {
    const says = "SES sends nothing from this account: every mail is refused.";
    return problem(check, says, "See in SES why sending was stopped, and answer AWS.");
  }
  if (isInSandbox) {
    const says = "SES is in its sandbox: only verified addresses get mail, 200 a day.";
    const advice = "Ask AWS for production access in this region (docs/runbooks/channels.md).";
    return mistake(contactsPatients(environment))(check, says, advice);
  }
  if (enforcement === "HEALTHY") return ok(check, "Mails may go to anybody.");
  const says = `SES has the account under review (${enforcement}): it may stop all mail.`;
  return warning(check, says, "Look at bounces and complaints in SES, and answer AWS.");
}

function judgePace(environment: Environment, granted: MailStanding): readonly Finding[] {
  const check = "mails-pace";
  const { perSecond, perDay } = environment.email;
  const tell = mistake(contactsPatients(environment));
  const found: Finding[] = [];
  if (perSecond !== undefined && perSecond > granted.perSecond) {
    const says = `\`email.perSecond\` is ${perSecond} and SES grants ${granted.perSecond}: mails are refused and come back, and some come too late.`;
    found.push(tell(check, says, `Write ${granted.perSecond}, or ask AWS for more.`));
  }
  if (granted.perDay !== undefined && perDay === undefined) {
    const says = `SES grants ${granted.perDay} mails in 24 hours and nobody counts them: beyond that all are refused, answers to patients among them.`;
    found.push(warning(check, says, `Write \`email.perDay: ${granted.perDay}\`.`));
  }
  if (granted.perDay !== undefined && perDay !== undefined && perDay > granted.perDay) {
    const says = `\`email.perDay\` is ${perDay} and SES grants ${granted.perDay} in 24 hours: beyond that all are refused, answers to patients among them.`;
    found.push(tell(check, says, `Write ${granted.perDay}, or ask AWS for more.`));
  }
  if (found.length > 0) return found;
  return [ok(check, "SES grants what the environment sends.")];
}

function checkIdentity(environment: Environment, account: MailsAccount) {
  const check = "mails-from";
  const { channels, email } = environment;
  return answerTo({
    check,
    permission: "ses:GetEmailIdentity",
    ask: () => account.isVerified(email.identity),
    judge: (isVerified) => {
      if (isVerified) return [ok(check, "The mail identity is verified.")];
      if (isVerified === undefined && channels === "made") return [notYet(check, "mail domain")];
      const says = `SES does not take ${email.identity} for yours: every mail is refused.`;
      const advice = "Write its DKIM records into the domain's zone (docs/runbooks/channels.md).";
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}

function checkSet(environment: Environment, account: MailsAccount) {
  const { channels, name } = environment;
  const set = channels === "made" ? `rounds-${name}` : channels.emailConfigurationSet;
  return answerTo({
    check: "mails-set",
    permission: "ses:GetConfigurationSet and ses:GetConfigurationSetEventDestinations",
    ask: () => account.configurationSet(set),
    judge: (found) => {
      if (found !== undefined) return judgeSet(environment, set, found);
      if (channels === "made") return [notYet("mails-set", `configuration set ${set}`)];
      const says = `There is no configuration set ${set}: every mail is refused.`;
      return [problem("mails-set", says, "Correct `channels.emailConfigurationSet`.")];
    },
  });
}

/** A mail about somebody's care goes encrypted or not at all (45 CFR 164.312(e)). */
function judgeSet(environment: Environment, set: string, found: MailSet): readonly Finding[] {
  const check = "mails-set";
  const topic = noticeTopic(environment, "email-events");
  const tell = mistake(contactsPatients(environment));
  const wrong: Finding[] = [];
  if (!found.requiresTls) {
    const says = `${set} does not require TLS: a mail about somebody's care may go unencrypted.`;
    wrong.push(tell(check, says, "Set the set's TLS policy to REQUIRE."));
  }
  if (!found.isSending) {
    const says = `Sending is switched off in ${set}: every mail is refused.`;
    wrong.push(tell(check, says, "Switch it on in SES, once it is known why it was off."));
  }
  if (!found.reportsTo.includes(topic)) {
    const says = `${set} does not report to the receipts' topic: bounces and complaints are not heard, and those who complained are written to again.`;
    wrong.push(tell(check, says, `Add an event destination to ${topic}.`));
  }
  if (wrong.length > 0) return wrong;
  return [ok(check, "Mails go encrypted, and what becomes of them comes back.")];
}
