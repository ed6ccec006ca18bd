import { expect, it } from "vitest";
import { redFlagsPage } from "#support/red-flags-page";
import { textAt } from "#support/repository";

it("the page of red flags says what the data file holds: `npm run renew` writes it", () => {
  expect(textAt("docs/red-flags.md")).toBe(redFlagsPage());
});
