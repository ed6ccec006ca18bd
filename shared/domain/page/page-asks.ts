import type { AnswerName, Campaign, Step } from "../campaign/campaign.ts";
import { doneYearsMax } from "../limits.ts";
import { programWords } from "../message/program-words.ts";
import { channels } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { Takes } from "../reply/takes.ts";
import { shiftDay } from "../shift-day.ts";
import { addYears, type Day, dayOf, type Instant, minuteMs, offsetSpanAt } from "../time.ts";
import { answerWords, asksForCall, isDone, someDay, someNumber } from "./answer-words.ts";
import type { PageAsks, PageChoice } from "./page-link.ts";

/** What the page of this step's message asks, and what the patient can choose there besides. */
export function pageAsks(
  { purpose, sensitivity }: Pick<Campaign, "purpose" | "sensitivity">,
  step: Step,
  { at, reach }: { readonly at: Instant; readonly reach: Reachability },
): PageAsks {
  const { answers = {}, takes = {} } = "answers" in step ? step : {};
  const [zone = "UTC"] = reach.zones;
  const today = dayOf(at, zone);
  const more = [takes.date?.means, takes.number?.means].filter((name) => name !== undefined);
  const names = [...new Set([...Object.values(answers), ...more])];
  const one = (language: string) => programWords(purpose, language).one;
  return {
    choices: names.map((name) => choice(name, takes, today)),
    // Of some care not even the kind may be read by whoever looks over a shoulder.
    ...(sensitivity === "sensitive" ? {} : { about: { en: one("en"), es: one("es") } }),
    offersCall: !names.some(asksForCall),
    channels: channels.filter(
      (channel) =>
        reach.points[channel] !== undefined && !(channel === "voice" && reach.needs?.tty),
    ),
    offsetMinutes: offsetSpanAt(at, zone).offsetMs / minuteMs,
  };
}

function choice(name: AnswerName, { date, number }: Takes, today: Day): PageChoice {
  if (number?.means === name) {
    const { means: _, ...bounds } = number;
    return { name, words: someNumber, number: bounds };
  }
  const plain = answerWords(name) ?? { en: name, es: name };
  if (date?.means === name) {
    const { back, ahead } = date;
    const words = isDone(name) ? plain : someDay;
    const days = {
      back: back === undefined ? 0 : today - shiftDay(today, back, -1),
      ahead: ahead === undefined ? 0 : shiftDay(today, ahead, 1) - today,
    };
    return { name, words, day: { ...days, isNeeded: true } };
  }
  // When it was done may be left open; a day that was asked for may not.
  const day = { back: today - addYears(today, -doneYearsMax), ahead: 0, isNeeded: false };
  return { name, words: plain, ...(isDone(name) ? { day } : {}) };
}
