import type { Followed } from "#domain/audience/condition";
import type { Verdict } from "#domain/audience/truth";
import type { Fact, Subject } from "#domain/patient/fact";
import { addMonths, type Day } from "#domain/time";
import { agreed, anyOf, beginnings, flip, isHit, worst } from "./naive-days.ts";
import { type Candidate, chosen } from "./naive-facts.ts";

type Counts = (fact: Fact) => boolean;

/** Every first thing against every second, whatever their dates may mean. */
export function naivelyFollowed(
  asked: Followed,
  subject: Subject,
  on: Day,
  counts: Counts,
): Verdict {
  const firsts = chosen(asked.of, subject, counts);
  const seconds = chosen(asked.by, subject, counts);
  return anyOf(
    firsts.flatMap((first) =>
      seconds.map((second) =>
        worst([
          first.counts,
          second.counts,
          agreed(
            beginnings(first.fact).flatMap((a) =>
              beginnings(second.fact).map(
                (b) => isSeen(asked, a, on) && a <= b && b <= inTime(asked, a) && b <= on,
              ),
            ),
          ),
        ]),
      ),
    ),
  );
}

export function naivelyUnfollowed(
  asked: Followed,
  subject: Subject,
  on: Day,
  counts: Counts,
): Verdict {
  const firsts = chosen(asked.of, subject, counts);
  const seconds = chosen(asked.by, subject, counts);
  return anyOf(
    firsts.map(({ fact, counts: isFirst }) => {
      const answers = beginnings(fact).map((a) =>
        worst([
          isSeen(asked, a, on) && on > inTime(asked, a),
          ...seconds.map((second) => flip(hasCome(second, a, on))),
        ]),
      );
      const all = answers.every((answer) => answer === true);
      const none = answers.every((answer) => answer === false);
      return worst([isFirst, all ? true : none ? false : "unknown"]);
    }),
  );
}

function hasCome({ fact, counts }: Candidate, since: Day, on: Day): Verdict {
  return worst([counts, agreed(beginnings(fact).map((b) => since <= b && b <= on))]);
}

function isSeen({ of }: Followed, a: Day, on: Day): boolean {
  const back = typeof of === "object" && "of" in of ? of["begun-within"] : undefined;
  return isHit(a, a, on, back);
}

function inTime({ within }: Followed, day: Day): Day {
  const count = Number.parseInt(within, 10);
  if (within.includes("month")) return addMonths(day, count);
  return day + (within.includes("week") ? 7 : 1) * count;
}
