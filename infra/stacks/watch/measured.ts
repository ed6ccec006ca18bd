import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import {
  type DimensionsOf,
  type MetricName,
  metricList,
} from "../../../shared/observability/metric-list.ts";
import type { Environment } from "../../environments.ts";
import { metricsNamespace } from "../../metrics-namespace.ts";

/** What the functions of one deployment count, by the names of the closed list. */
export class Measured {
  readonly #namespace: string;

  constructor(environment: Environment) {
    this.#namespace = metricsNamespace(environment);
  }

  /** One series, over periods of so many minutes. */
  of<Name extends MetricName>(
    name: Name,
    dimensions: DimensionsOf<Name>,
    minutes = 5,
  ): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: this.#namespace,
      metricName: name,
      dimensionsMap: { ...dimensions },
      statistic: metricList[name].is === "gauge" ? "Maximum" : "Sum",
      period: Duration.minutes(minutes),
      label: Object.values(dimensions).join(" "),
    });
  }

  /** The sum of several series of one metric, with nothing counted as 0. */
  sum<Name extends MetricName>(
    name: Name,
    all: readonly DimensionsOf<Name>[],
    minutes = 5,
  ): cloudwatch.MathExpression {
    // Ids are those of the whole chart: the same one may name one series only.
    const series = all.map((dimensions) => [
      `m_${Object.values<string>(dimensions).join("_").replaceAll("-", "_")}`,
      this.of(name, dimensions, minutes),
    ]);
    return new cloudwatch.MathExpression({
      expression: series.map(([id]) => `FILL(${id},0)`).join("+"),
      usingMetrics: Object.fromEntries(series),
      period: Duration.minutes(minutes),
      label: name,
    });
  }

  /** The share of `part` in `whole`, 0…1; 0 where `whole` is less than `atLeast`. */
  share(
    part: cloudwatch.IMetric,
    whole: cloudwatch.IMetric,
    { atLeast, minutes }: { readonly atLeast: number; readonly minutes: number },
  ): cloudwatch.MathExpression {
    return new cloudwatch.MathExpression({
      expression: `IF(FILL(whole,0)>=${atLeast},FILL(part,0)/whole,0)`,
      usingMetrics: { part, whole },
      period: Duration.minutes(minutes),
    });
  }
}
