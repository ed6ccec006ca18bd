import type { Weekday } from "../calendar.ts";

/** Names of months, whole and short, in English and Spanish. 1…12 */
export const monthNames: ReadonlyMap<string, number> = new Map(
  [
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sep sept septiembre setiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

export const weekdayNames: ReadonlyMap<string, Weekday> = new Map(
  [
    "monday mon lunes lun",
    "tuesday tue tues martes mar",
    "wednesday wed weds miercoles mie",
    "thursday thu thur thurs jueves jue",
    "friday fri viernes vie",
    "saturday sat sabado sab",
    "sunday sun domingo dom",
  ].flatMap((names, index) =>
    names.split(" ").map((name) => [name, (index + 1) as Weekday] as const),
  ),
);

/** Days from today of words that name a day; the longest that fits counts. */
export const dayWords: readonly (readonly [words: string, days: number])[] = [
  ["day before yesterday", -2],
  ["day after tomorrow", 2],
  ["pasado manana", 2],
  ["antes de ayer", -2],
  ["this morning", 0],
  ["this afternoon", 0],
  ["this evening", 0],
  ["last night", -1],
  ["esta manana", 0],
  ["esta tarde", 0],
  ["esta noche", 0],
  ["hoy mismo", 0],
  ["right now", 0],
  ["just now", 0],
  ["ahora mismo", 0],
  ["anteayer", -2],
  ["antier", -2],
  ["yesterday", -1],
  ["tomorrow", 1],
  ["tmrw", 1],
  ["today", 0],
  ["tonight", 0],
  ["ayer", -1],
  ["anoche", -1],
  ["hoy", 0],
  ["ahorita", 0],
  ["manana", 1],
];

export type SpanUnit = { readonly days: number } | { readonly months: number };

const spans: readonly (readonly [names: string, unit: SpanUnit])[] = [
  ["day days dia dias", { days: 1 }],
  ["week weeks wk wks semana semanas", { days: 7 }],
  ["month months mes meses", { months: 1 }],
  ["year years yr yrs ano anos", { months: 12 }],
];

/** Spans counted in days or in months of the calendar. */
export const spanUnits: ReadonlyMap<string, SpanUnit> = new Map(
  spans.flatMap(([names, unit]) => names.split(" ").map((name) => [name, unit] as const)),
);
