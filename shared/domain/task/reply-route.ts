import type { TaskPriority } from "../campaign/campaign.ts";
import type { Duration } from "../duration.ts";
import { spokenLanguages } from "../message/spoken-languages.ts";
import type { Tier, Understanding } from "../reply/understanding.ts";

/** Who reads a reply, how soon, and whether every campaign rests until they say go on. */
export interface ReplyRoute {
  readonly reason: string;
  readonly queue: string;
  readonly priority: TaskPriority;
  readonly within: Duration;
  readonly holds: boolean;
}

const minutes = (count: number): Duration => ({ unit: "minutes", count });
const nextBusinessDay: Duration = { unit: "business-days", count: 1 };

const routine = { priority: "routine", within: nextBusinessDay, holds: false } as const;

/** Our own service levels by tier; the tiers are those of the lexicon. */
const byTier: Readonly<Record<Tier, ReplyRoute>> = {
  T0: { reason: "reply-T0", queue: "crisis", priority: "stat", within: minutes(5), holds: true },
  T1: { reason: "reply-T1", queue: "nurse", priority: "stat", within: minutes(10), holds: true },
  T2: { reason: "reply-T2", queue: "nurse", priority: "urgent", within: minutes(60), holds: true },
  T3: { reason: "reply-T3", queue: "nurse", ...routine },
  T4: { reason: "reply-T4", queue: "service", ...routine },
};

/**
 * Violence at home: whoever does it may hold the phone. A person calls as for a crisis, and asks
 * nothing before they know who answers.
 */
const violence: ReplyRoute = { ...byTier.T0, reason: "violence" };

/** A death in the words: nobody is reminded of anything until registration has looked. */
const bereaved: ReplyRoute = {
  reason: "deceased",
  queue: "registration",
  priority: "asap",
  within: nextBusinessDay,
  holds: true,
};

/** A manner of speaking of harm to oneself: no automatic text, but a person within the hour. */
const mannerOfSpeaking: ReplyRoute = {
  reason: "read-reply",
  queue: "nurse",
  priority: "urgent",
  within: minutes(60),
  holds: false,
};

const readReply: ReplyRoute = { reason: "read-reply", queue: "nurse", ...routine };

/** A bare CANCEL is an opt-out by rule, and may have meant an appointment. */
const cancelled: ReplyRoute = { reason: "cancel-or-opt-out", queue: "scheduling", ...routine };

/**
 * Where a person must read this reply; `undefined` when nobody need. Whatever is to be reviewed
 * goes somewhere, answered or not: words beside a digit are words too.
 */
export function replyRoute(understanding: Understanding): ReplyRoute | undefined {
  const { tier, review, optOut, spans, answer } = understanding;
  if (understanding.isViolence && (tier === undefined || tier > "T0")) return violence;
  if (understanding.isDeath) return tier && tier < "T4" ? byTier[tier] : bereaved;
  const isService = tier === "T4" || (tier === undefined && wantsService(understanding));
  // "Call me" in answer to "Reply 2 for a call" is the answer, and its step has the task.
  const isServed = answer !== undefined || asksOnlyForLanguage(understanding);
  if (isService) return isServed && !review ? undefined : byTier.T4;
  if (tier) return byTier[tier];
  if (!review) return undefined;
  if (spans.some((span) => span.rule.startsWith("T0/"))) return mannerOfSpeaking;
  return optOut ? cancelled : readReply;
}

const languageRules: ReadonlySet<string> = new Set(["T4/language", "T4/idioma"]);

/** Our messages are written in it: the next one comes in it, and nobody need do anything. */
function asksOnlyForLanguage({ language, spans, ...rest }: Understanding): boolean {
  if (language === undefined || !spokenLanguages.includes(language) || wantsService(rest)) {
    return false;
  }
  return spans.every(({ rule }) => !rule.startsWith("T4/") || languageRules.has(rule));
}

/** Something that stands in the way, or the wish for a person, is work for somebody. */
function wantsService({
  wantsPerson,
  reasons,
}: Pick<Understanding, "wantsPerson" | "reasons">): boolean {
  return wantsPerson || reasons.length > 0;
}
