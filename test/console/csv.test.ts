import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../console/reach/csv.ts";

describe("a table of reach as a file", () => {
  it("keeps words from being run as formulas by a spreadsheet, and numbers as they are", () => {
    expect(csvOf([["=HYPERLINK(1)", "@SUM", "+1", "-2", "\tx", -2, 7, null]])).toBe(
      "\uFEFF'=HYPERLINK(1),'@SUM,'+1,'-2,'\tx,-2,7,\r\n",
    );
  });

  it("quotes what holds commas, quotes and lines", () => {
    expect(csvOf([["a,b", 'say "no"', "two\nlines"]])).toBe(
      '\uFEFF"a,b","say ""no""","two\nlines"\r\n',
    );
  });

  it("is read again word for word, but for what leads a formula, and none begins one", () => {
    const row = fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(row, (words) => {
        const [read = []] = parse(csvOf([words]), { bom: true, relax_column_count: true });
        const led = words.map((word) => (/^[=+\-@\t\r]/.test(word) ? `'${word}` : word));
        expect(read).toEqual(led);
        expect(read.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
    );
  });
});
