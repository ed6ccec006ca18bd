import { Stack, type StackProps } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as sns from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { alarmTopicName } from "../alarm-topic.ts";
import type { Environment } from "../environments.ts";
import type { DataStack } from "./data-stack.ts";
import { CeilingAlarms } from "./watch/ceiling-alarms.ts";
import { RegionDashboard } from "./watch/dashboard.ts";
import { Measured } from "./watch/measured.ts";
import { PatientAlarms } from "./watch/patient-alarms.ts";

export interface WatchStackProps extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  /** Their alarms are shown; they are referred to by names only, and can be replaced at any time. */
  readonly others: readonly Stack[];
}

/** Looks after a region: what goes wrong for patients though nothing fails, and one screen of it. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, { ...props, description: "Rounds: alarms for patients, dashboard." });
    const { data, environment, others } = props;
    const topic = this.named("sns", alarmTopicName(environment));
    const surroundings = {
      environment,
      alarms: sns.Topic.fromTopicArn(this, "alarms", topic),
    };
    const measured = new Measured(environment);
    const watched = { surroundings, measured };
    new PatientAlarms(this, "patients", { ...watched, table: data.patients.tableName });
    new CeilingAlarms(this, "too-many", watched);
    const alarms = [...others, this]
      .flatMap(alarmNamesIn)
      .map((name) =>
        cloudwatch.Alarm.fromAlarmArn(
          this,
          `${name} shown`,
          this.named("cloudwatch", `alarm:${name}`),
        ),
      );
    new RegionDashboard(this, "screen", { environment, measured, alarms });
  }

  private named(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.account}:${resource}`;
  }
}

function alarmNamesIn(stack: Stack): readonly string[] {
  return stack.node
    .findAll()
    .filter((one): one is cloudwatch.CfnAlarm => one instanceof cloudwatch.CfnAlarm)
    .flatMap(({ alarmName }) => alarmName ?? []);
}
