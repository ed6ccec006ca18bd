import type { Evidence } from "../contact/permission.ts";
import type { Understanding } from "../reply/understanding.ts";

/**
 * What shows a word about permission: who said it, where the words are, and which rule read them;
 * never the words themselves.
 * @param rule how the names of the rules begin that read this meaning.
 */
export function replyEvidence(
  {
    by,
    reply,
    spans,
  }: Pick<Understanding, "spans"> & { readonly by: string; readonly reply: string },
  rule: string,
): Evidence {
  const words = spans.find((span) => span.rule.startsWith(rule))?.rule;
  return { by, reference: `reply:${reply}`, ...(words === undefined ? {} : { words }) };
}
