import { useEffect, useState } from "react";
import { type AskPart, type Counted, countAll } from "./count-all.ts";

export interface Counting {
  readonly counted?: Counted;
  readonly error?: unknown;
  readonly isDone: boolean;
}

/**
 * Counts everybody while the page is open, anew when `key` is another; `undefined`: nothing is asked yet.
 * What was counted stays when it is stopped or a part fails.
 */
export function useCount(key: string | undefined, ask: AskPart, isStopped: boolean): Counting {
  const [counting, setCounting] = useState<Counting & { readonly key?: string }>({ isDone: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that is asked.
  useEffect(() => {
    if (key === undefined || isStopped) return;
    const stop = new AbortController();
    setCounting({ key, isDone: false });
    const tell = (changed: Partial<Counting>) => {
      if (!stop.signal.aborted) setCounting((now) => ({ ...now, ...changed }));
    };
    countAll(ask, (counted) => tell({ counted }), stop.signal).then(
      () => tell({ isDone: true }),
      (error: unknown) => {
        stop.abort();
        if (!isAbort(error)) setCounting((now) => ({ ...now, error, isDone: true }));
      },
    );
    return () => stop.abort();
  }, [key, isStopped]);
  return key === undefined || counting.key !== key ? { isDone: false } : counting;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
