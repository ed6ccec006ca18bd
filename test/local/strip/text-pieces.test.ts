import { describe, expect, it } from "vitest";
import { textPieces } from "../../../local/strip/page/text-pieces.ts";

const page = `http://127.0.0.1:8123/a/${"k".repeat(22)}`;

describe("a text on a phone of this machine", () => {
  it("leads to the page on which it can be answered", () => {
    expect(textPieces(`Answer here: ${page} or reply 1.`)).toEqual([
      { text: "Answer here: " },
      { text: page, link: page },
      { text: " or reply 1." },
    ]);
    expect(textPieces(page)).toEqual([{ text: page, link: page }]);
  });

  it.each([
    ["no link", "Time for a check. Reply 1."],
    ["a link of a campaign's own", "Read https://oak-clinic.example/heart"],
    ["a page elsewhere", `See https://evil.example/a/${"k".repeat(22)}`],
    ["a script", "javascript:alert(1)//127.0.0.1/a/"],
  ])("leads nowhere by %s", (_, text) => {
    expect(textPieces(text)).toEqual([{ text }]);
  });
});
