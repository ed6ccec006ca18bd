import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import type { Surroundings } from "../surroundings.ts";

export interface AlarmProps {
  readonly surroundings: Pick<Surroundings, "alarms" | "environment">;
  /** A page of `docs/runbooks` and its heading, as `functions.md#send-sms`. */
  readonly runbook: string;
  /** What patients or agents lose: the first thing the woken person reads. */
  readonly says: string;
  readonly metric: cloudwatch.IMetric;
  readonly above: number;
  /** Periods of the metric in a row. */
  readonly periods?: number;
  /** What silence of the metric means. */
  readonly missing?: cloudwatch.TreatMissingData;
  readonly below?: boolean;
  /** What happens besides telling people. */
  readonly also?: readonly cloudwatch.IAlarmAction[];
}

/**
 * An alarm whose text says what is lost and where the way out is written. Its name is
 * `rounds-<environment>-<heading>-<id>`, so that a dashboard can show it without knowing its stack.
 */
export function alarmWhenAbove(scope: Construct, id: string, props: AlarmProps): cloudwatch.Alarm {
  const { alarms, environment } = props.surroundings;
  const heading = props.runbook.split("#")[1] ?? id;
  const alarm = new cloudwatch.Alarm(scope, id, {
    alarmName: `rounds-${environment.name}-${heading === id ? id : `${heading}-${id}`}`,
    alarmDescription: `${props.says} What to do: docs/runbooks/${props.runbook}`,
    metric: props.metric,
    threshold: props.above,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: props.below
      ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
      : cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: props.missing ?? cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  const heard = new SnsAction(alarms);
  alarm.addAlarmAction(heard, ...(props.also ?? []));
  alarm.addOkAction(heard);
  return alarm;
}

/** Every alarm of a function looks at whole minutes. */
export const minutely = { period: Duration.minutes(1) } as const;
