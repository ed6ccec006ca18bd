import { type Day, dayParts, weekdayOf } from "../calendar.ts";

const names: Readonly<Record<string, { readonly days: string; readonly months: string }>> = {
  en: {
    days: "Mon Tue Wed Thu Fri Sat Sun",
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  },
  es: {
    days: "lun mar mie jue vie sab dom",
    months: "ene feb mar abr may jun jul ago sep oct nov dic",
  },
};

/** `Tue Dec 1`, `mar 1 dic`: a day as a patient reads it, in plain letters (GSM-7). */
export function dayWords(day: Day, language: string): string {
  const { days, months } = (Object.hasOwn(names, language) ? names[language] : undefined) ?? {
    days: "Mon Tue Wed Thu Fri Sat Sun",
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  };
  const { month, day: ofMonth } = dayParts(day);
  const weekday = days.split(" ")[weekdayOf(day) - 1];
  const monthName = months.split(" ")[month - 1];
  return language === "es"
    ? `${weekday} ${ofMonth} ${monthName}`
    : `${weekday} ${monthName} ${ofMonth}`;
}
