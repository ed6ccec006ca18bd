import {
  type Condition,
  type ConditionArguments,
  keyed,
  type Names,
  namesOf,
} from "../condition.ts";
import type { DaysLeft, Pdc } from "../supply.ts";
import { type Details, detailsOf, titles, type Words } from "./words.ts";

/** The condition in Spanish: `sin mamografía en 27 meses`. */
export const spanish: Words = (condition, nameOf) => {
  const asked = keyed(condition);
  const say = (part: Condition) => spanish(part, nameOf);
  const of = (names: Names | { readonly of: Names }, joint = " o ") => titles(names, nameOf, joint);
  const all = (value: unknown) => details(detailsOf(value), of);
  switch (asked.key) {
    case "all":
      return asked.value.map(say).join(" y ");
    case "any-of":
      return `o bien ${asked.value.map(say).join(", o bien ")}`;
    case "not":
      return `no (${say(asked.value)})`;
    case "sex":
      return asked.value === "female" ? "mujer" : "hombre";
    case "age":
      return ageWords(asked.value);
    case "any":
      return `${of(asked.value)}${all(asked.value)}`;
    case "each":
      return `${of(asked.value, " y ")}${all(asked.value)}`;
    case "filled":
      return `${of(asked.value)} surtido${all(asked.value)}`;
    case "none":
      return `sin ${of(asked.value)}${all(asked.value)}`;
    case "ever":
      return `${of(asked.value)}${all(asked.value)} alguna vez`;
    case "never":
      return `nunca ${of(asked.value)}${all(asked.value)}`;
    case "at-least":
      return `${of(asked.value)}${all(asked.value)} al menos ${asked.value.count} veces${asked.value.on === undefined ? "" : " en días distintos"}`;
    case "followed":
      return `${of(asked.value.of)}${all(asked.value.of)}, y después ${of(asked.value.by)}${all(asked.value.by)} en ${span(asked.value.within)}`;
    case "unfollowed":
      return `${of(asked.value.of)}${all(asked.value.of)}, y después ningún ${of(asked.value.by)}${all(asked.value.by)} en ${span(asked.value.within)} ni hasta hoy`;
    case "in":
      return `en ${of(asked.value)}`;
    case "outside":
      return `no en ${of(asked.value)}`;
    case "has":
      return `tiene ${of(asked.value)}${all(asked.value)}`;
    case "known":
      return `consta algo sobre ${of(asked.value)}`;
    case "latest":
      return `último resultado de ${of(asked.value)}${all(asked.value)}`;
    case "missing":
      return `último resultado de ${of(asked.value)}${all(asked.value)} sin valor`;
    case "late":
      return `${lateWords(asked.value.by)} de retraso con ${of(asked.value)}`;
    case "pdc":
      return `${of(asked.value)}: cubierto ${shareWords(asked.value)}`;
    case "days-left":
      return `${daysLeftWords(asked.value)} antes de perder el ${asked.value.share ?? "80 %"} de ${of(asked.value)} este año`;
    case "rule":
      return ruleWords(asked.value);
  }
};

const units: Readonly<Record<string, readonly [string, string]>> = {
  day: ["día", "días"],
  week: ["semana", "semanas"],
  month: ["mes", "meses"],
  year: ["año", "años"],
  "calendar year": ["año natural", "años naturales"],
};

/** `27 months` as `27 meses`. */
function span(text: string): string {
  if (text === "this year") return "este año";
  const [, months] = /^first (\d+)/.exec(text) ?? [];
  if (months !== undefined) return `los primeros ${months} meses de este año`;
  const [, count = "", unit = ""] = /^(\d+) (.*?)s?$/.exec(text) ?? [];
  const [one, many] = units[unit] ?? [unit, unit];
  return `${count} ${count === "1" ? one : many}`;
}

function ageWords({ from, through, at }: ConditionArguments["age"]): string {
  const band = bandWords(from, through);
  switch (at) {
    case undefined:
      return band;
    case "year-end":
      return `${band} al final del año`;
    case "year-start":
      return `${band} al comienzo del año`;
    default:
      return `${band} el ${at}`;
  }
}

function bandWords(from: number | undefined, through: number | undefined): string {
  if (from === undefined) return `${through} años o menos`;
  return through === undefined ? `${from} años o más` : `de ${from} a ${through} años`;
}

const roles: Readonly<Record<string, string>> = {
  order: "orden",
  refusal: "orden de no hacerlo",
  procedure: "procedimiento",
  result: "resultado",
  report: "informe",
  diagnosis: "diagnóstico",
  visit: "visita",
  medicine: "medicamento",
  fill: "surtido",
  vaccine: "vacuna",
  device: "dispositivo",
  allergy: "alergia",
  reaction: "reacción adversa",
  appointment: "cita",
  coverage: "cobertura",
  "family-history": "antecedente familiar",
};

function details(given: Details, of: (names: Names) => string): string {
  const { as, site, because, aged, is, which } = given;
  const parts = [
    as === undefined
      ? ""
      : `como ${namesOf(as)
          .map((role) => roles[role] ?? role)
          .join(" o ")}`,
    given.with === undefined ? "" : `con resultado ${of(given.with)}`,
    given["with-result"] ? "con resultado" : "",
    site === undefined ? "" : `en ${of(site)}`,
    because === undefined ? "" : `por ${of(because)}`,
    aged === undefined ? "" : `a la edad ${bandWords(aged.from, aged.through)}`,
    given["not-during"] === undefined ? "" : `no durante ${of(given["not-during"])}`,
    limitWords(given),
    is === undefined ? "" : `es ${of(is)}`,
    comparisonWords(given),
    which === undefined ? "" : which === "lowest" ? "(el menor del día)" : "(el mayor del día)",
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => ` ${part}`)
    .join("");
}

function limitWords(given: Details): string {
  const within = (text: string) => (text === "this year" ? "este año" : `en ${span(text)}`);
  if (given.within !== undefined) return within(given.within);
  if (given["begun-within"] !== undefined) return `con comienzo ${within(given["begun-within"])}`;
  if (given["ended-within"] !== undefined) return `con final ${within(given["ended-within"])}`;
  return given.since === undefined ? "" : `desde ${given.since}`;
}

function comparisonWords(given: Details): string {
  const words = [
    ["por encima de", given.above],
    ["por debajo de", given.below],
    ["al menos", given["at-least"]],
    ["como máximo", given["at-most"]],
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
  if (through === undefined) return `${span(from)} o más`;
  return from === through ? span(from) : `de ${Number.parseInt(from, 10)} a ${span(through)}`;
}

function shareWords({ over = "1 calendar year", below, "at-least": least }: Pdc): string {
  const period = over === "1 calendar year" ? "este año" : `en ${span(over)}`;
  return below === undefined
    ? `al menos el ${least} de los días ${period}`
    : `menos del ${below} de los días ${period}`;
}

function daysLeftWords({ is, "at-least": least, "at-most": most }: DaysLeft): string {
  const state = is === undefined ? [] : [`${[is].flat().join(" o ")}:`];
  const from = least === undefined ? [] : [`al menos ${least}`];
  const through = most === undefined ? [] : [`como máximo ${most}`];
  const limits = [...from, ...through].join(" y ");
  return [...state, limits === "" ? "días de margen" : `${limits} días de margen`].join(" ");
}
