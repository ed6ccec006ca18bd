import {
  type Condition,
  type ConditionArguments,
  type Evidence,
  keyed,
  type Latest,
  type Names,
  namesOf,
} from "../condition.ts";
import type { DaysLeft, Pdc } from "../supply.ts";

/**
 * Says what a condition asks, short enough for a list. A language is one such function; `nameOf`
 * gives a concept's title.
 */
export type Words = (condition: Condition, nameOf: (concept: string) => string) => string;

export const english: Words = (condition, nameOf) => {
  const asked = keyed(condition);
  const of = (names: Names | { readonly of: Names }, joint = " or ") =>
    namesOf(names).map(nameOf).join(joint);
  switch (asked.key) {
    case "all":
      return asked.value.map((each) => english(each, nameOf)).join(" and ");
    case "any-of":
      return `either ${asked.value.map((each) => english(each, nameOf)).join(", or ")}`;
    case "not":
      return `not (${english(asked.value, nameOf)})`;
    case "sex":
      return asked.value;
    case "age":
      return ageWords(asked.value);
    case "any":
      return `${of(asked.value)}${limitWords(asked.value)}`;
    case "filled":
      return `${of(asked.value)} filled${limitWords(asked.value)}`;
    case "none":
      return `no ${of(asked.value)}${limitWords(asked.value)}`;
    case "ever":
      return `${of(asked.value)} at any time`;
    case "never":
      return `never ${of(asked.value)}`;
    case "in":
      return `in ${of(asked.value)}`;
    case "outside":
      return `not in ${of(asked.value)}`;
    case "has":
      return `has ${of(asked.value)}`;
    case "known":
      return `something on file about ${of(asked.value)}`;
    case "latest":
      return `latest ${of(asked.value)}${limitWords(asked.value)} ${comparisonWords(asked.value)}`;
    case "missing":
      return `latest ${of(asked.value)}${limitWords(asked.value)} without a value`;
    case "late":
      return `${lateWords(asked.value.by)} late on ${of(asked.value)}`;
    case "pdc":
      return `${of(asked.value)} covered ${shareWords(asked.value)}`;
    case "days-left":
      return `${daysLeftWords(asked.value)} before ${asked.value.share ?? "80 %"} of ${of(asked.value)} is lost this year`;
  }
};

function ageWords({ from, through, at }: ConditionArguments["age"]): string {
  const band =
    from === undefined
      ? `age ${through} or less`
      : through === undefined
        ? `age ${from} or more`
        : `age ${from} to ${through}`;
  return at === "year-end" ? `${band} at the end of the year` : band;
}

function limitWords(evidence: Evidence | ConditionArguments["missing"] | Latest): string {
  if (typeof evidence !== "object" || !("of" in evidence)) return "";
  if (evidence.within !== undefined) return ` within ${evidence.within}`;
  return "since" in evidence && evidence.since !== undefined ? ` since ${evidence.since}` : "";
}

function comparisonWords(latest: Latest): string {
  const unit = latest.unit === undefined ? "" : ` ${latest.unit}`;
  const which = latest.which === undefined ? "" : ` (${latest.which} of the day)`;
  const words = [
    ["above", latest.above],
    ["below", latest.below],
    ["at least", latest["at-least"]],
    ["at most", latest["at-most"]],
  ] as const;
  const found = words.find(([, limit]) => limit !== undefined);
  return found === undefined ? "known" : `${found[0]} ${found[1]}${unit}${which}`;
}

function lateWords({ from, through }: ConditionArguments["late"]["by"]): string {
  if (through === undefined) return `${from} or more`;
  return from === through ? from : `${Number.parseInt(from, 10)} to ${through}`;
}

function shareWords({ over = "1 calendar year", below, "at-least": least }: Pdc): string {
  const period = over === "1 calendar year" ? "this year" : `over ${over}`;
  return below === undefined
    ? `at least ${least} of days ${period}`
    : `below ${below} of days ${period}`;
}

function daysLeftWords({ is, "at-least": least, "at-most": most }: DaysLeft): string {
  const state = is === undefined ? [] : [`${[is].flat().join(" or ")}:`];
  const from = least === undefined ? [] : [`at least ${least}`];
  const through = most === undefined ? [] : [`at most ${most}`];
  const limits = [...from, ...through].join(" and ");
  return [...state, limits === "" ? "days left" : `${limits} days left`].join(" ");
}
