import { readJson } from "../../contracts/parsed.ts";
import { Unrecoverable } from "../../errors.ts";
import type { BirthDates } from "../../ports.ts";
import { textIn } from "../dynamodb/item.ts";
import { profileKey } from "../dynamodb/keys.ts";
import { getItem, type LeanTable } from "./get-item.ts";

/** Reads what `createProfileStore` keeps, one field of it. */
export function createBirthDates(table: LeanTable): BirthDates {
  return {
    async birthDate(organization, patient) {
      const item = await getItem(table, profileKey(organization, patient));
      if (item === undefined) return undefined;
      const read = readJson(textIn(item, "body"), "profile");
      if (!read.ok) throw new Unrecoverable("profile/unreadable");
      const { birthDate } = Object(read.value);
      return Number.isInteger(birthDate) ? birthDate : undefined;
    },
  };
}
