import { receiptDeadlineMs } from "../../limits.ts";
import { touchKey } from "../../record/touch.ts";
import { type AboutTouch, graceMs, isAboutTouch, type Judge } from "../judge.ts";
import { type TouchStory, touchIn } from "../story.ts";

/** Law 3: after a lost answer a touch is never sent again, and is closed at its deadline. */
export const unknownStaysVisible: Judge = {
  law: 3,
  hear({ event, row, story }, tell) {
    if (!isAboutTouch(event)) return;
    const key = touchKey(row, event.touch);
    const touch = touchIn(story, key);
    for (const message of wrongWith(event, touch)) tell(key, message, touch.rows);
  },
  close({ touches }, { asOf }, tell) {
    for (const [key, { status, by, rows }] of touches) {
      const isLeft = status === "unknown" && asOf > by + graceMs;
      if (isLeft) tell(key, "still unknown long after its deadline", rows);
    }
  },
};

/** What would let it go out once more, or make it look as if it never had. */
const forgetting: Readonly<Partial<Record<AboutTouch["type"], string>>> = {
  "touch-claimed": "claimed again while its outcome was unknown",
  "touch-planned": "planned again while its outcome was unknown",
  "touch-moved": "moved while its outcome was unknown",
  "touch-released": "let go while its outcome was unknown, so that it could go again",
  "touch-withheld": "withheld while its outcome was unknown",
};

function wrongWith(event: AboutTouch, { status, by }: TouchStory): readonly string[] {
  const forgotten = status === "unknown" ? forgetting[event.type] : undefined;
  if (forgotten !== undefined) return [forgotten];
  if (event.type === "touch-unknown") {
    return event.deadline > event.at + receiptDeadlineMs
      ? ["its deadline is later than any receipt"]
      : [];
  }
  if (event.type !== "touch-unconfirmed") return [];
  if (status !== "unknown") return ["closed as unconfirmed, and its outcome was not unknown"];
  if (event.at < by) return ["closed as unconfirmed before its deadline"];
  return event.at > by + graceMs ? ["closed more than a day after its deadline"] : [];
}
