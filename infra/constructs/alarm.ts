import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import type { Surroundings } from "../surroundings.ts";

export interface AlarmProps {
  readonly surroundings: Surroundings;
  /** A heading of `docs/runbooks/functions.md`. */
  readonly runbook: string;
  /** What patients or agents lose: the first thing the woken person reads. */
  readonly says: string;
  readonly metric: cloudwatch.IMetric;
  readonly above: number;
  /** Minutes in a row. */
  readonly minutes?: number;
  /** What silence of the metric means. */
  readonly missing?: cloudwatch.TreatMissingData;
  readonly below?: boolean;
}

/** An alarm whose text says what is lost and where the way out is written. */
export function alarmWhenAbove(scope: Construct, id: string, props: AlarmProps): cloudwatch.Alarm {
  const alarm = new cloudwatch.Alarm(scope, id, {
    alarmDescription: `${props.says} What to do: docs/runbooks/functions.md#${props.runbook}`,
    metric: props.metric,
    threshold: props.above,
    evaluationPeriods: props.minutes ?? 1,
    comparisonOperator: props.below
      ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
      : cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: props.missing ?? cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(props.surroundings.alarms);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}

/** Every alarm looks at whole minutes. */
export const minutely = { period: Duration.minutes(1) } as const;
