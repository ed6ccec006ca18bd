import { useTranslation } from "react-i18next";
import type { SpanShown } from "#contracts/api/campaign";

/** A span as a care manager wrote it, in the screen's language: `3 days`, `1 business day`. */
export function useSpan(): (span: SpanShown) => string {
  const { t } = useTranslation();
  return ({ unit, count }) => t(($) => $.spans[unit], { count });
}
