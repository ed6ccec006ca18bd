import { CfnGlobalTable, CfnTable } from "aws-cdk-lib/aws-dynamodb";
import * as z from "zod";
import { patientIndexes } from "../constructs/tables.ts";
import { asDeployed } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";

const Indexes = z.array(z.looseObject({ indexName: z.string() })).optional();
const Stream = z.looseObject({ streamViewType: z.enum(["NEW_IMAGE", "NEW_AND_OLD_IMAGES"]) });

/** Records live where what is due is looked for. */
export const patientsTableStreams: Rule = {
  name: "PatientsTableStreams",
  says: "The table of records streams what is written: without it the ledger has gaps (law 13).",
  holds: (resource) => {
    if (!(resource instanceof CfnTable || resource instanceof CfnGlobalTable)) return true;
    const indexes = Indexes.parse(asDeployed(resource, resource.globalSecondaryIndexes));
    if (!indexes?.some(({ indexName }) => indexName === patientIndexes.due)) return true;
    return Stream.safeParse(asDeployed(resource, resource.streamSpecification)).success;
  },
};
