import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByTime } from "#domain/forecast/by-time";

describe("what waits in a lane", () => {
  it("comes out by its moment, and in the order it came in where moments are equal", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (moments) => {
        const items = moments.map((at, order) => ({ at, order }));
        const waiting = new ByTime<(typeof items)[number]>();
        for (const item of items) waiting.add(item);
        const taken = items.map(() => waiting.take());
        expect(taken).toEqual(items.toSorted((a, b) => a.at - b.at || a.order - b.order));
        expect(waiting.take()).toBeUndefined();
      }),
    );
  });
});
