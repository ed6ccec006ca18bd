import type { Rule } from "./rule.ts";
import { tableCopies } from "./table-copies.ts";

export const tableIsRestorable: Rule = {
  name: "TableIsRestorable",
  says: "Every copy of a table can be restored to any second, in each region of a global one.",
  holds: (resource) => tableCopies(resource)?.every(({ isRestorable }) => isRestorable) ?? true,
};
