import { CfnDeletionPolicy } from "aws-cdk-lib";
import type { Rule } from "./rule.ts";
import { tableCopies } from "./table-copies.ts";

const kept: readonly unknown[] = [
  CfnDeletionPolicy.RETAIN,
  CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE,
];

export const keptTableIsProtected: Rule = {
  name: "KeptTableIsProtected",
  says: "A table that outlives its stack cannot be deleted by hand either.",
  holds: (resource) => {
    if (!kept.includes(resource.cfnOptions.deletionPolicy)) return true;
    return tableCopies(resource)?.every(({ isProtected }) => isProtected) ?? true;
  },
};
