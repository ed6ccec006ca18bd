import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { type DimensionsOf, type MetricName, metricList } from "./metric-list.ts";

/** Counts what happens, by names and dimensions of `metricList` only. */
export interface Meter {
  /**
   * Adds to a count, or raises a gauge to at least this value; 1 unless told. What the list does not
   * know is never written: the types say so, and a value that comes from a newer release's data is
   * written as `other`.
   */
  add<Name extends MetricName>(name: Name, dimensions: DimensionsOf<Name>, value?: number): void;
  /** Writes what was added since the last time, one line for each set of dimensions. */
  flush(): void;
}

export interface MeterOptions {
  /** Keeps the metrics of deployments in one account apart. */
  readonly namespace: string;
  /** Takes one whole line of CloudWatch's embedded metric format, without its end. */
  readonly write: (line: string) => void;
}

interface Series {
  readonly dimensions: readonly (readonly [name: string, value: string])[];
  readonly values: Map<MetricName, number>;
}

/** For a value that the list does not know. */
const unlisted = "other";

/**
 * Metrics as lines of the function's log, which CloudWatch reads as metrics (CloudWatch user guide,
 * "Embedding metrics within logs"): no call, no permission, nothing to wait for.
 */
export function createMeter({ namespace, write }: MeterOptions): Meter {
  const series = new Map<string, Series>();
  // Made once: making one reads the environment and takes longer than all else here together.
  const metrics = new Metrics({ namespace });
  // Which function counted says nothing of patients, and would make every metric sixteen.
  metrics.clearDefaultDimensions();
  return {
    add(name, dimensions, value = 1) {
      const pairs = listed(name, dimensions);
      const key = JSON.stringify(pairs);
      const one = series.get(key) ?? { dimensions: pairs, values: new Map() };
      const known = one.values.get(name);
      const isGauge = metricList[name].is === "gauge";
      const next = isGauge ? Math.max(known ?? value, value) : (known ?? 0) + value;
      one.values.set(name, next);
      series.set(key, one);
    },
    flush() {
      for (const one of series.values()) write(lineOf(metrics, one));
      series.clear();
    },
  };
}

function listed<Name extends MetricName>(
  name: Name,
  given: DimensionsOf<Name>,
): Series["dimensions"] {
  const rules: Readonly<Record<string, readonly string[]>> = metricList[name].dimensions;
  return Object.entries(rules).map(([dimension, values]) => {
    const value: unknown = Reflect.get(given, dimension);
    return [dimension, values.find((known) => known === value) ?? unlisted];
  });
}

function lineOf(metrics: Metrics, { dimensions, values }: Series): string {
  metrics.clearDimensions();
  metrics.clearMetrics();
  metrics.addDimensions(Object.fromEntries(dimensions));
  for (const [name, value] of values) metrics.addMetric(name, unitOf(name), value);
  return JSON.stringify(metrics.serializeMetrics());
}

function unitOf(name: MetricName) {
  return metricList[name].unit === "Seconds" ? MetricUnit.Seconds : MetricUnit.Count;
}
