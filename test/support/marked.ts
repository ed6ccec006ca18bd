import { understand } from "../../shared/domain/reply/understand.ts";
import type { ReplyContext } from "../../shared/domain/reply/understanding.ts";

/** The rules that decided and the words they marked, in the order found: `reason/cost: too dear`. */
export function marked(text: string, context: ReplyContext = {}): readonly string[] {
  return understand(text, context).spans.map(
    ({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`,
  );
}
