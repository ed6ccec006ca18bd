import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";
import type { CheckAnswer, CheckAsked } from "./check-worker.ts";

type Checked = Omit<CheckAnswer, "number">;

/** After the last letter: nobody is told of a mistake in the middle of a word. */
const pauseMs = 300;

/**
 * What is wrong with what is being written and whom it is for, as the API will find it: by the same
 * code, in a worker. Until it has answered, and where it cannot be fetched, what the API told.
 */
export function useCheck(draft: DraftShown, texts: Readonly<Record<string, string>>): Checked {
  const { campaign, around, problems } = draft;
  const { i18n } = useTranslation();
  const language = i18n.language === "es" ? "es" : "en";
  const [found, setFound] = useState<Checked>({ problems, audience: [] });
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    const begun = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    begun.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.number === asked.current) setFound(data);
    });
    worker.current = begun;
    return () => begun.terminate();
  }, []);
  useEffect(() => {
    const later = setTimeout(() => {
      asked.current += 1;
      const request: CheckAsked = { number: asked.current, campaign, texts, around, language };
      worker.current?.postMessage(request);
    }, pauseMs);
    return () => clearTimeout(later);
  }, [campaign, texts, around, language]);
  return found;
}
