import type { Day } from "../calendar.ts";
import type { AnswerName } from "../campaign/campaign.ts";
import type { FieldProblem } from "./page-fields.ts";
import type { PageAsks } from "./page-link.ts";
import type { PageWordKind, Said } from "./page-word.ts";

/** What the page of a message shows now. */
export type PageView =
  /** The birth date, before anything of the patient. */
  | {
      readonly is: "ask";
      readonly problem?: "no-such-day" | "timed-out";
    }
  | { readonly is: "wrong"; readonly triesLeft: number }
  /** Tried in vain too often: nothing is shown any more. */
  | { readonly is: "closed" }
  /** There is no birth date on file to ask for. */
  | { readonly is: "no-birth-date" }
  /** What the patient can say. */
  | {
      readonly is: "open";
      readonly asks: PageAsks;
      readonly said: Said;
      readonly today: Day;
      readonly proof: string;
      readonly problem?: FieldProblem;
      /** The answer that it was wrong with: it need not be chosen again (WCAG 2.2, 3.3.7). */
      readonly chosen?: AnswerName;
      /** What was just said. `stands`: something else was said before, and holds. */
      readonly just?: { readonly said: PageWordKind; readonly is: "noted" | "stands" };
    }
  | { readonly is: "stopped" };
