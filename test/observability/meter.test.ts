import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMeter } from "#observability/meter";
import { type MetricName, metricList } from "#observability/metric-list";
import { linesOf, readMetrics } from "#support/metric-lines";

describe("a metric line", () => {
  it("says in CloudWatch's form what was added, one line for each set of dimensions", () => {
    const { meter, lines } = linesOf();
    meter.add("Touches", { channel: "sms", outcome: "sent" });
    meter.add("Touches", { channel: "sms", outcome: "sent" }, 2);
    meter.add("Touches", { channel: "email", outcome: "sent" });
    meter.flush();
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toEqual({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "rounds-test",
            Dimensions: [["channel", "outcome"]],
            Metrics: [{ Name: "Touches", Unit: "Count" }],
          },
        ],
      },
      channel: "sms",
      outcome: "sent",
      Touches: 3,
    });
  });

  it("holds the highest of a gauge, not the sum", () => {
    const { meter, lines } = linesOf();
    for (const late of [20, 90, 30]) meter.add("OldestDue", { lane: "task" }, late);
    meter.flush();
    expect(readMetrics(lines)).toEqual([
      { name: "OldestDue", dimensions: { lane: "task" }, value: 90 },
    ]);
  });

  it("is written once, and not at all when nothing was added", () => {
    const { meter, lines } = linesOf();
    meter.flush();
    meter.add("RedFlags", { tier: "T1" });
    meter.flush();
    meter.flush();
    expect(lines).toHaveLength(1);
  });

  it("never holds a value that is not on the closed list, whatever the caller claims", () => {
    const names = Object.keys(metricList) as MetricName[];
    const anything = fc.dictionary(fc.string(), fc.anything());
    const given = fc.record({
      name: fc.constantFrom(...names),
      dimensions: fc
        .tuple(anything, fc.anything(), fc.anything())
        .map(([more, one, two]) => ({ ...more, channel: one, reason: two, lane: one, tier: two })),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 20 }), (added) => {
        const { meter, lines } = linesOf();
        for (const { name, dimensions } of added) meter.add(name, dimensions as never);
        meter.flush();
        for (const { name, dimensions } of readMetrics(lines)) {
          const rules: Readonly<Record<string, readonly string[]>> = metricList[name].dimensions;
          expect(Object.keys(dimensions).toSorted()).toEqual(Object.keys(rules).toSorted());
          for (const [dimension, value] of Object.entries(dimensions)) {
            expect([...(rules[dimension] ?? []), "other"]).toContain(value);
          }
        }
      }),
    );
  });

  it("is refused nothing by CloudWatch: at most 30 dimensions, names of letters", () => {
    for (const [name, { dimensions }] of Object.entries(metricList)) {
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(Object.keys(dimensions).length).toBeLessThanOrEqual(2);
    }
  });
});

describe("what all metrics cost", () => {
  it("stays below a hundred dollars a month, were every series there", () => {
    // 0.30 dollars a series and month (CloudWatch pricing, first 10,000 custom metrics).
    const series = Object.values(metricList).map(({ dimensions }) =>
      Object.values<readonly string[]>(dimensions).reduce((all, { length }) => all * length, 1),
    );
    expect(series.reduce((all, one) => all + one, 0) * 0.3).toBeLessThan(100);
  });
});

describe("a meter", () => {
  it("keeps deployments of one account apart by their namespace", () => {
    const lines: string[] = [];
    const meter = createMeter({ namespace: "rounds-west", write: (line) => lines.push(line) });
    meter.add("Tasks", { outcome: "late" });
    meter.flush();
    expect(lines.join()).toContain('"Namespace":"rounds-west"');
  });
});
