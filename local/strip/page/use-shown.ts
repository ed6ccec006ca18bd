import { useCallback, useEffect, useState } from "react";
import type { Shown } from "../shown.ts";
import { fetchNow } from "./ask.ts";

const everyMs = 1_000;

/**
 * What the stack shows, asked for every second while the page is looked at; `again` asks at once.
 * The last that was known stays while the stack does not answer.
 */
export function useShown(phone: string | undefined): {
  readonly shown: Shown | undefined;
  readonly isAway: boolean;
  readonly again: () => void;
} {
  const [shown, setShown] = useState<Shown>();
  const [isAway, setAway] = useState(false);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` has it asked at once.
  useEffect(() => {
    const left = new AbortController();
    const look = async () => {
      if (document.hidden) return;
      try {
        setShown(await fetchNow(phone, left.signal));
        setAway(false);
      } catch {
        if (!left.signal.aborted) setAway(true);
      }
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      left.abort();
      clearInterval(timer);
    };
  }, [phone, asked]);
  return { shown, isAway, again };
}
