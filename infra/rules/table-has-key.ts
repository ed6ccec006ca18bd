import type { Rule } from "./rule.ts";
import { tableCopies } from "./table-copies.ts";

export const tableHasKey: Rule = {
  name: "TableHasKey",
  says: "A table is encrypted with the region's own key, so that its use is granted and logged.",
  holds: (resource) => tableCopies(resource)?.every(({ hasKey }) => hasKey) ?? true,
};
