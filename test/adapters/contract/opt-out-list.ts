import { describe, expect, it } from "vitest";
import type { CarrierOptOutList } from "#ports";

export interface ListUnderTest {
  readonly list: CarrierOptOutList;
  isListed(number: string): Promise<boolean>;
  waitDays(days: number): Promise<void>;
}

const number = "+14255550182";

export function optOutListContract(open: () => Promise<ListUnderTest>): void {
  describe("the carrier's list", () => {
    it("holds a number until it is taken off, however often either is said", async () => {
      const { list, isListed } = await open();
      await list.add(number);
      await list.add(number);
      expect(await isListed(number)).toBe(true);
      expect(await isListed("+14255550183")).toBe(false);
      expect(await list.remove(number)).toBe("removed");
      expect(await list.remove(number)).toBe("removed");
      expect(await isListed(number)).toBe(false);
    });

    it("has nothing against taking off what is not on it", async () => {
      const { list } = await open();
      expect(await list.remove(number)).toBe("removed");
    });

    it("gives a number back once in 30 days, and says so", async () => {
      const { list, isListed, waitDays } = await open();
      await list.add(number);
      await list.remove(number);
      await list.add(number);
      await waitDays(29);
      expect(await list.remove(number)).toBe("refused");
      expect(await isListed(number)).toBe(true);
      await waitDays(2);
      expect(await list.remove(number)).toBe("removed");
      expect(await isListed(number)).toBe(false);
    });
  });
}
