import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok, problem } from "../finding.ts";
import { answerTo } from "./question.ts";

/** A Connect instance, as far as calls depend on it. */
export interface ContactCenter {
  /** `ACTIVE`, `CREATION_IN_PROGRESS` or `CREATION_FAILED`. */
  readonly status: string;
  readonly takesCalls: boolean;
  readonly placesCalls: boolean;
}

/** Quotas of Connect that calls depend on. */
export type CallQuota = "calls-at-once" | "campaign-calls-at-once" | "calls-a-second";

/** What Connect and Service Quotas say of the instance. */
export interface CallsAccount {
  instance(id: string): Promise<ContactCenter | undefined>;
  /** Whether the number is claimed in the instance. `number` as +12025550100. */
  hasNumber(instanceArn: string, number: string): Promise<boolean>;
  quota(instanceArn: string, quota: CallQuota): Promise<number>;
}

/** One question after the other: Connect takes two a second. */
export async function checkCalls(
  environment: Environment,
  account: CallsAccount,
): Promise<readonly Finding[]> {
  const { account: owner, connect, region } = environment;
  const arn = `arn:aws:connect:${region}:${owner}:instance/${connect.instanceId}`;
  return [
    ...(await checkInstance(environment, account)),
    ...(await checkNumber(environment, arn, account)),
    ...(await checkCallsAtOnce(environment, arn, account)),
    ...(await checkCallsPerSecond(environment, arn, account)),
  ];
}

function checkInstance({ connect }: Environment, account: CallsAccount) {
  const check = "calls";
  return answerTo({
    check,
    permission: "connect:DescribeInstance",
    ask: () => account.instance(connect.instanceId),
    judge: (instance) => {
      const lack = lackOf(instance);
      if (lack === undefined) return [ok(check, "Connect places and takes calls.")];
      return [problem(check, lack.says, lack.advice)];
    },
  });
}

function lackOf(instance: ContactCenter | undefined) {
  const advice = "Mend it in Connect (docs/runbooks/connect.md).";
  if (instance === undefined) {
    const says = "`connect.instanceId` names no instance here: no call, and no task for an agent.";
    return { says, advice: "Correct it, or make an instance (docs/runbooks/connect.md)." };
  }
  if (instance.status !== "ACTIVE") {
    const says = `The Connect instance is ${instance.status}: no call, and no task for an agent.`;
    return { says, advice };
  }
  if (!instance.placesCalls) {
    return { says: "Connect does not place calls here: no patient is called.", advice };
  }
  if (!instance.takesCalls) {
    return {
      says: "Connect takes no calls here: a patient who calls back reaches nobody.",
      advice,
    };
  }
  return undefined;
}

function checkNumber({ connect }: Environment, arn: string, account: CallsAccount) {
  const check = "calls-number";
  return answerTo({
    check,
    permission: "connect:ListPhoneNumbersV2",
    ask: () => account.hasNumber(arn, connect.sourceNumber),
    judge: (isThere) => {
      if (isThere) return [ok(check, "The number that calls come from is claimed.")];
      const says = "`connect.sourceNumber` is not claimed in the instance: every call is refused.";
      return [problem(check, says, "Claim it in Connect, or correct it.")];
    },
  });
}

/** How long a call takes, in seconds: what docs/deploy.md reckons with. */
const callSeconds = 45;

/**
 * Campaign calls and others have quotas of their own; beyond them patients hear a busy tone. Source:
 * Amazon Connect Administrator Guide, "Amazon Connect service quotas".
 */
function checkCallsAtOnce(environment: Environment, arn: string, account: CallsAccount) {
  const check = "calls-at-once";
  const { traffic, perSecond } = environment.connect;
  const tell = mistake(contactsPatients(environment));
  const quota = traffic === "campaign" ? "campaign-calls-at-once" : "calls-at-once";
  const kind = traffic === "campaign" ? "campaign calls" : "calls";
  return answerTo({
    check,
    permission: "servicequotas:GetServiceQuota",
    ask: () => account.quota(arn, quota),
    judge: (granted) => {
      const needed = Math.ceil((perSecond ?? 0) * callSeconds);
      const advice = `Ask AWS for ${Math.max(needed, 1)} concurrent ${kind} for the instance.`;
      if (granted === 0) {
        return [tell(check, `Connect grants no ${kind}: no patient is called.`, advice)];
      }
      if (granted >= needed) return [ok(check, `${granted} ${kind} may be up at once.`)];
      const says = `${granted} ${kind} may be up at once, and ${perSecond} a second of ${callSeconds} seconds each make ${needed}: some fail, and are tried again later or not.`;
      return [tell(check, says, `${advice} Or lower \`connect.perSecond\`.`)];
    },
  });
}

function checkCallsPerSecond(environment: Environment, arn: string, account: CallsAccount) {
  const check = "calls-pace";
  const { perSecond = 0 } = environment.connect;
  return answerTo({
    check,
    permission: "servicequotas:GetServiceQuota",
    ask: () => account.quota(arn, "calls-a-second"),
    judge: (granted) => {
      if (perSecond <= granted) return [ok(check, `Connect starts ${granted} calls a second.`)];
      const says = `\`connect.perSecond\` is ${perSecond} and Connect starts ${granted}: calls are refused and come back, and some come too late.`;
      const advice = `Write ${granted}, or ask AWS for more StartOutboundVoiceContact requests.`;
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}
