import { describe, expect, it } from "vitest";
import type { Receipt } from "#domain/record/command";
import type { RecentTouch } from "#domain/record/record";
import { given, monday, record } from "../../support/a-record.ts";

const day = 24 * 3_600_000;
const touchOf = (number: number) => ({
  campaign: "screening/check",
  episode: "e1",
  step: "invite",
  occurrence: number,
});

/** Sent on days one, two, three, … to one number, and not heard of since. */
function sent(count: number): RecentTouch[] {
  return Array.from({ length: count }, (_, index) => ({
    touch: touchOf(index + 1),
    channel: "sms",
    point: "p-mobile",
    at: monday + index * day,
    status: "sent",
    isNotice: false,
  }));
}

const failed = (
  reason: "unreachable" | "bounced" | "expired" | "blocked" | "content",
): Receipt => ({
  is: "failed",
  reason,
});

function told(receipts: readonly (readonly [number: number, Receipt])[], count = 3) {
  const story = given(record({ touches: sent(count) }));
  for (const [number, receipt] of receipts) {
    const touch = touchOf(number);
    story.when({ type: "record-receipt", at: monday + 9 * day, touch, receipt });
  }
  return story.record().badPoints;
}

describe("a number or address that fails", () => {
  it("for good is given up at once", () => {
    expect(told([[1, failed("bounced")]])).toEqual(["p-mobile"]);
  });

  it("in a way that may pass is given up after the third time in a row", () => {
    const three: [number, Receipt][] = [
      [1, failed("unreachable")],
      [2, failed("expired")],
      [3, failed("unreachable")],
    ];
    expect(told(three.slice(0, 2))).toEqual([]);
    expect(told(three)).toEqual(["p-mobile"]);
  });

  it.each(["unreachable", "expired", "blocked"] as const)(
    "is given up after three %s",
    (reason) => {
      const story = given(record({ touches: sent(3) }));
      for (const number of [1, 2, 3]) {
        const receipt = { touch: touchOf(number), receipt: failed(reason) };
        story.when({ type: "record-receipt", at: monday + 9 * day, ...receipt });
      }
      expect(story.find("point-invalidated")).toMatchObject({
        point: "p-mobile",
        reason: "unreachable-thrice",
      });
    },
  );

  it("is given up once: what fails there afterwards says nothing more", () => {
    const story = given(record({ touches: sent(2), badPoints: ["p-mobile"] }));
    const told = { touch: touchOf(1), receipt: failed("bounced") };
    story.when({ type: "record-receipt", at: monday + 9 * day, ...told });
    expect(story.types()).not.toContain("point-invalidated");
  });

  it("is kept for what failed at another, and given up whatever arrived there", () => {
    const [first, second, third, ...more] = sent(4);
    if (!first || !second || !third) throw new Error("not sent");
    const elsewhere = { ...second, point: "p-other" };
    const fail = (touches: RecentTouch[], numbers: readonly number[]) => {
      const story = given(record({ touches }));
      for (const number of numbers) {
        const receipt = { touch: touchOf(number), receipt: failed("unreachable") };
        story.when({ type: "record-receipt", at: monday + 9 * day, ...receipt });
      }
      return story.record().badPoints;
    };
    expect(fail([first, elsewhere, third], [1, 2, 3])).toEqual([]);
    expect(fail([first, elsewhere, third, ...more], [1, 3, 4])).toEqual(["p-mobile"]);
  });

  it("is kept when something arrived in between", () => {
    expect(
      told([
        [1, failed("unreachable")],
        [2, { is: "delivered", by: "device" }],
        [3, failed("unreachable")],
      ]),
    ).toEqual([]);
  });

  it("is kept however often a carrier filters the words", () => {
    const filtered = [1, 2, 3].map((each) => [each, failed("content")] as const);
    expect(told(filtered)).toEqual([]);
  });

  it("ends the same in whatever order the reports come, and however often", () => {
    const reports: [number, Receipt][] = [
      [1, failed("unreachable")],
      [2, failed("unreachable")],
      [3, failed("expired")],
      [4, { is: "delivered", by: "device" }],
    ];
    const orders = [
      reports,
      reports.toReversed(),
      [...reports, ...reports],
      [2, 0, 3, 1].map((at) => reports[at] as [number, Receipt]),
    ];
    for (const order of orders) expect(told(order, 4)).toEqual(["p-mobile"]);
  });
});
