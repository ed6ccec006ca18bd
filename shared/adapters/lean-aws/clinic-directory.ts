import { readContract } from "../../contracts/parsed.ts";
import { StoredPageClinic } from "../../contracts/stored/page-clinic.ts";
import { Unrecoverable } from "../../errors.ts";
import type { ClinicDirectory } from "../../ports.ts";
import { textIn } from "../dynamodb/item.ts";
import { settingsKey } from "../dynamodb/keys.ts";
import { getItem, type LeanTable } from "./get-item.ts";

/** Reads what `createOrganizationDirectory` keeps, two fields of it. */
export function createClinicDirectory(table: LeanTable): ClinicDirectory {
  return {
    async clinic(organization) {
      const item = await getItem(table, settingsKey(organization));
      if (item === undefined) return undefined;
      const read = readContract(StoredPageClinic, textIn(item, "body"), "organization");
      if (!read.ok) throw new Unrecoverable("organization/unreadable");
      return read.value;
    },
  };
}
