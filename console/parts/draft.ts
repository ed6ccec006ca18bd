import { useCallback, useState } from "react";

const beginning = "rounds.draft.";

/**
 * Text that is being written: kept in this tab until it was saved, so that neither a lost
 * connection nor a new sign-in loses it. `of` names what it is about, by id.
 */
export function useDraft(of: string): readonly [string, (text: string) => void] {
  const place = beginning + of;
  const [text, setText] = useState(() => sessionStorage.getItem(place) ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") sessionStorage.removeItem(place);
      else sessionStorage.setItem(place, next);
    },
    [place],
  );
  return [text, write];
}

/** They may be about patients: whoever signs out leaves none. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(beginning)) sessionStorage.removeItem(key);
  }
}
