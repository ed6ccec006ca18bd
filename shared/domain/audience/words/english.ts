import {
  type Condition,
  type ConditionArguments,
  keyed,
  type Names,
  namesOf,
} from "../condition.ts";
import type { DaysLeft, Pdc } from "../supply.ts";
import { type Details, detailsOf, titles, type Words } from "./words.ts";

/** The condition in English: `no mammogram within 27 months`. */
export const english: Words = (condition, nameOf) => {
  const asked = keyed(condition);
  const say = (part: Condition) => english(part, nameOf);
  const of = (names: Names | { readonly of: Names }, joint = " or ") =>
    titles(names, nameOf, joint);
  const all = (value: unknown) => details(detailsOf(value), of);
  switch (asked.key) {
    case "all":
      return asked.value.map(say).join(" and ");
    case "any-of":
      return `either ${asked.value.map(say).join(", or ")}`;
    case "not":
      return `not (${say(asked.value)})`;
    case "sex":
      return asked.value;
    case "age":
      return ageWords(asked.value);
    case "any":
      return `${of(asked.value)}${all(asked.value)}`;
    case "each":
      return `${of(asked.value, " and ")}${all(asked.value)}`;
    case "filled":
      return `${of(asked.value)} filled${all(asked.value)}`;
    case "none":
      return `no ${of(asked.value)}${all(asked.value)}`;
    case "ever":
      return `${of(asked.value)}${all(asked.value)} at any time`;
    case "never":
      return `never ${of(asked.value)}${all(asked.value)}`;
    case "at-least":
      return `${of(asked.value)}${all(asked.value)} at least ${asked.value.count} times${asked.value.on === undefined ? "" : " on different days"}`;
    case "followed":
      return `${of(asked.value.of)}${all(asked.value.of)} followed by ${of(asked.value.by)}${all(asked.value.by)} within ${asked.value.within}`;
    case "unfollowed":
      return `${of(asked.value.of)}${all(asked.value.of)} and no ${of(asked.value.by)}${all(asked.value.by)} within ${asked.value.within} of it or since`;
    case "in":
      return `in ${of(asked.value)}`;
    case "outside":
      return `not in ${of(asked.value)}`;
    case "has":
      return `has ${of(asked.value)}${all(asked.value)}`;
    case "known":
      return `something on file about ${of(asked.value)}`;
    case "latest":
      return `latest ${of(asked.value)}${all(asked.value)}`;
    case "missing":
      return `latest ${of(asked.value)}${all(asked.value)} without a value`;
    case "late":
      return `${lateWords(asked.value.by)} late on ${of(asked.value)}`;
    case "pdc":
      return `${of(asked.value)} covered ${shareWords(asked.value)}`;
    case "days-left":
      return `${daysLeftWords(asked.value)} before ${asked.value.share ?? "80 %"} of ${of(asked.value)} is lost this year`;
    case "rule":
      return ruleWords(asked.value);
  }
};

function ageWords({ from, through, at }: ConditionArguments["age"]): string {
  const band = `age ${bandWords(from, through)}`;
  switch (at) {
    case undefined:
      return band;
    case "year-end":
      return `${band} at the end of the year`;
    case "year-start":
      return `${band} at the start of the year`;
    default:
      return `${band} on ${at}`;
  }
}

function bandWords(from: number | undefined, through: number | undefined): string {
  if (from === undefined) return `${through} or less`;
  return through === undefined ? `${from} or more` : `${from} to ${through}`;
}

function details(given: Details, of: (names: Names) => string): string {
  const { as, site, because, aged, is, which } = given;
  const parts = [
    as === undefined ? "" : `as ${namesOf(as).join(" or ").replaceAll("-", " ")}`,
    given.with === undefined ? "" : `with result ${of(given.with)}`,
    given["with-result"] ? "with a result" : "",
    site === undefined ? "" : `on ${of(site)}`,
    because === undefined ? "" : `because of ${of(because)}`,
    aged === undefined ? "" : `at age ${bandWords(aged.from, aged.through)}`,
    given["not-during"] === undefined ? "" : `not during ${of(given["not-during"])}`,
    limitWords(given),
    is === undefined ? "" : `is ${of(is)}`,
    comparisonWords(given),
    which === undefined ? "" : `(${which} of the day)`,
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => ` ${part}`)
    .join("");
}

function limitWords(given: Details): string {
  const within = (text: string) => {
    if (text === "this year") return text;
    return text.startsWith("first") ? `in the ${text}` : `within ${text}`;
  };
  if (given.within !== undefined) return within(given.within);
  if (given["begun-within"] !== undefined) return `begun ${within(given["begun-within"])}`;
  if (given["ended-within"] !== undefined) return `ended ${within(given["ended-within"])}`;
  return given.since === undefined ? "" : `since ${given.since}`;
}

function comparisonWords(given: Details): string {
  const words = [
    ["above", given.above],
    ["below", given.below],
    ["at least", given["at-least"]],
    ["at most", given["at-most"]],
  ] as const;
  const found = words.find(([, limit]) => limit !== undefined);
  if (found === undefined) return "";
  return `${found[0]} ${found[1]}${given.unit === undefined ? "" : ` ${given.unit}`}`;
}

function ruleWords(rule: ConditionArguments["rule"]): string {
  const name = typeof rule === "string" ? rule : rule.name;
  const title = typeof rule === "string" ? undefined : rule.title;
  return title ?? name.replaceAll("-", " ");
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
