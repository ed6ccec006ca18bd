import { touchKey } from "../../record/touch.ts";
import type { Judge } from "../judge.ts";

/** Law 9: past its `notAfter` a touch is withheld and never sent late. */
export const staleIsDropped: Judge = {
  law: 9,
  hear({ event, row, story }, tell) {
    if (event.type !== "touch-claimed") return;
    const key = touchKey(row, event.touch);
    const { notAfter, rows } = story.touches.get(key) ?? {};
    if (event.at > event.notAfter) tell(key, "claimed past its notAfter", rows);
    else if (event.startBy > event.notAfter) tell(key, "may start past its notAfter", rows);
    if (notAfter !== undefined && event.notAfter > notAfter) {
      tell(key, "claimed with a later notAfter than it was planned with", rows);
    }
    for (const other of event.with ?? []) {
      const carried = story.touches.get(touchKey(row, other));
      const isStale = carried?.notAfter !== undefined && event.at > carried.notAfter;
      if (isStale) tell(touchKey(row, other), "carried past its notAfter", carried.rows);
    }
  },
};
