import { expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { StoredConcepts } from "#contracts/stored/concepts";
import { root } from "../support/repository.ts";

it("every concept that is shipped can be published and read back", () => {
  const { concepts, mistakes } = readConcepts([`${root}/campaigns/concepts`]);
  expect(mistakes).toEqual([]);
  expect(concepts.length).toBeGreaterThan(5);
  expect(StoredConcepts.parse(JSON.parse(JSON.stringify(concepts)))).toEqual(concepts);
});
