import { type Day, dayFrom, daysInMonth } from "../calendar.ts";
import { pageLanguages } from "../message/stop-words.ts";
import type { PageAsks, PageChoice } from "./page-link.ts";
import type { PageWord } from "./page-word.ts";

/** The fields of a form as a browser sends them: names and what was typed or chosen. */
export type PageFields = ReadonlyMap<string, string>;

/** What is wrong with a form that somebody may have filled in. */
export type FieldProblem =
  | "nothing-chosen"
  | "no-such-day"
  | "day-out-of-bounds"
  | "no-such-number";

type Read = PageWord | { readonly problem: FieldProblem };

/** What the form says, if the page offers it: nothing else is taken from anybody. */
export function wordIn(fields: PageFields, asks: PageAsks, today: Day): Read {
  const chosen = <Value extends string>(name: string, of: readonly Value[]) =>
    of.find((one) => one === fields.get(name));
  switch (fields.get("do")) {
    case "answer": {
      const choice = asks.choices.find(({ name }) => name === fields.get("answer"));
      return choice === undefined ? nothingChosen : answerIn(fields, choice, today);
    }
    case "call":
      return { is: "call" };
    case "language": {
      const language = chosen("language", pageLanguages);
      return language === undefined ? nothingChosen : { is: "language", language };
    }
    case "channel": {
      const channel = chosen("channel", asks.channels);
      return channel === undefined ? nothingChosen : { is: "channel", channel };
    }
    default:
      return nothingChosen;
  }
}

const nothingChosen = { problem: "nothing-chosen" } as const;

function answerIn(fields: PageFields, { name, day, number }: PageChoice, today: Day): Read {
  const answer = { is: "answer", answer: name } as const;
  if (number !== undefined) {
    const { from, through, ...unit } = number;
    const given = numberIn(fields.get("number"));
    return given === undefined || given < from || given > through
      ? { problem: "no-such-number" }
      : { ...answer, value: { is: "number", number: given, ...unit } };
  }
  if (day === undefined) return answer;
  const given = dayIn(fields, name);
  if (given === "blank" && !day.isNeeded) return answer;
  if (typeof given !== "number") return { problem: "no-such-day" };
  return given < today - day.back || given > today + day.ahead
    ? { problem: "day-out-of-bounds" }
    : { ...answer, value: { is: "date", day: given } };
}

/** `7.2`, as it is written in the United States, or with a comma. */
function numberIn(text = ""): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,6}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

/** The day in three fields, `<prefix>-month`, `-day` and `-year`; `undefined` for none that there is. */
export function dayIn(fields: PageFields, prefix: string): Day | "blank" | undefined {
  const parts = ["year", "month", "day"].map((part) =>
    (fields.get(`${prefix}-${part}`) ?? "").trim(),
  );
  if (parts.every((part) => part === "")) return "blank";
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const isDay =
    year >= 1_800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? dayFrom(year, month, day) : undefined;
}
