import { useEffect, useState } from "react";

/**
 * The API's clock, which deadlines are compared with, going on by this machine's: that one may be
 * wrong, and a deadline passes while the page is open. `asOf` is the API's `now`, `since` when it
 * was heard here, in milliseconds.
 */
export function useNow(asOf: string | undefined, since: number, everyMs = 1_000): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return asOf === undefined ? here : Date.parse(asOf) + (here - since);
}
