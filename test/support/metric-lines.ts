import { createMeter } from "../../shared/observability/meter.ts";
import { type MetricName, metricList } from "../../shared/observability/metric-list.ts";

export interface ReadMetric {
  readonly name: MetricName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A meter, and the lines that it writes. */
export function linesOf() {
  const lines: string[] = [];
  const meter = createMeter({ namespace: "rounds-test", write: (line) => lines.push(line) });
  return { meter, lines };
}

/** What CloudWatch reads in the lines: every property but `_aws` is a dimension or a value. */
export function readMetrics(lines: readonly string[]): readonly ReadMetric[] {
  return lines.flatMap((line) => {
    const { _aws, ...properties } = JSON.parse(line) as Record<string, unknown>;
    const entries = Object.entries(properties);
    const dimensions = Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    return entries.flatMap(([name, value]) =>
      typeof value === "number" && Object.hasOwn(metricList, name)
        ? [{ name: name as MetricName, dimensions, value }]
        : [],
    );
  });
}
