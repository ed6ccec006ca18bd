import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { channels } from "../../../shared/domain/patient/contact-point.ts";
import { type AlarmProps, alarmWhenAbove, minutely } from "../../constructs/alarm.ts";
import type { Surroundings } from "../../surroundings.ts";
import type { Measured } from "./measured.ts";

export interface PatientAlarmsProps {
  readonly surroundings: Pick<Surroundings, "alarms" | "environment">;
  readonly measured: Measured;
  /** Name of the table that holds the records. */
  readonly table: string;
}

/** Rates at which Amazon SES reviews an account; it pauses sending at 10 % and 0.5 % (SES developer guide). */
const reviewedAt = { bounces: 0.05, complaints: 0.001 } as const;

type When = Pick<AlarmProps, "metric" | "above" | "periods">;

/** What goes wrong for patients and agents while no function fails. */
export class PatientAlarms extends Construct {
  readonly #props: PatientAlarmsProps;

  constructor(scope: Construct, id: string, props: PatientAlarmsProps) {
    super(scope, id);
    this.#props = props;
    this.deadlines();
    this.answers();
    this.refusals();
    this.mail();
    this.lateWork();
  }

  /** What should have been done by now. */
  private deadlines(): void {
    const { measured } = this.#props;
    this.alarm(
      "overdue-decisions",
      "Deadlines pass unnoticed: lost answers are not closed, crashed sends stay claimed, silence leads to no next step.",
      { metric: measured.of("OldestDue", { lane: "decide" }, 1), above: 900, periods: 5 },
    );
    this.alarm(
      "overdue-tasks",
      "Patients who need a person are not put before agents: their tasks wait to be raised.",
      { metric: measured.of("OldestDue", { lane: "task" }, 1), above: 300, periods: 5 },
    );
    this.alarm(
      "late-tasks",
      "Agents let a deadline pass: patients who were promised a person by now still wait.",
      { metric: measured.of("Tasks", { outcome: "late" }), above: 0 },
    );
  }

  /** What nobody can tell: whether a message went. */
  private answers(): void {
    const { measured } = this.#props;
    const lost = channels.map((channel) => ({ channel, outcome: "unknown" }) as const);
    this.alarm(
      "lost-answers",
      "Providers do not say whether they took messages: those patients may have got none, and none is sent twice.",
      { metric: measured.sum("Touches", lost, 15), above: 10 },
    );
    const open = channels.map((channel) => ({ channel, outcome: "unconfirmed" }) as const);
    this.alarm(
      "unconfirmed",
      "No report of lost messages came within three days: those patients may have got nothing, and nobody will know.",
      { metric: measured.sum("Touches", open, 60), above: 10 },
    );
  }

  /** What providers and carriers say no to. */
  private refusals(): void {
    const { measured } = this.#props;
    const on = (reason: "throttled" | "not-configured") =>
      channels.map((channel) => ({ channel, reason }) as const);
    const account = (["spend-limit", "account"] as const).flatMap((reason) =>
      channels.map((channel) => ({ channel, reason })),
    );
    this.alarm(
      "account-refused",
      "A provider takes nothing more from the account, so the channel halted itself: nobody is contacted on it until a person resumes it.",
      { metric: measured.sum("Refusals", account), above: 0 },
    );
    this.alarm(
      "not-configured",
      "A provider refuses messages because of our settings: those patients are not contacted.",
      { metric: measured.sum("Refusals", on("not-configured"), 15), above: 0 },
    );
    this.alarm(
      "slowed-down",
      "Providers take fewer messages than we give them: reminders go late, and some too late to go at all.",
      { metric: measured.sum("Refusals", on("throttled"), 15), above: 50 },
    );
    this.alarm(
      "texts-failing",
      "One text in five does not arrive: those patients do not get their reminders.",
      {
        metric: measured.share(
          measured.of("Touches", { channel: "sms", outcome: "failed" }, 60),
          measured.of("Touches", { channel: "sms", outcome: "sent" }, 60),
          { atLeast: 50, minutes: 60 },
        ),
        above: 0.2,
      },
    );
  }

  private mail(): void {
    const { measured } = this.#props;
    const reputation = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/SES",
        metricName,
        statistic: "Maximum",
        period: Duration.hours(1),
      });
    const paused = "When SES pauses the account, no patient gets a mail any more";
    this.alarm(
      "bounce-rate",
      `Mails come back at the rate at which SES reviews the account. ${paused}.`,
      {
        metric: reputation("Reputation.BounceRate"),
        above: reviewedAt.bounces,
      },
    );
    this.alarm(
      "complaint-rate",
      `Patients call our mails spam at the rate at which SES reviews the account. ${paused}.`,
      { metric: reputation("Reputation.ComplaintRate"), above: reviewedAt.complaints },
    );
    const sent = measured.of("Touches", { channel: "email", outcome: "sent" }, 60);
    const failed = (reason: "bounced" | "complaint") =>
      measured.share(measured.of("Failures", { channel: "email", reason }, 60), sent, {
        atLeast: 100,
        minutes: 60,
      });
    this.alarm(
      "mails-bouncing",
      "Of this hour's mails, more than one in twenty came back: those patients get none, and the account's name suffers.",
      { metric: failed("bounced"), above: reviewedAt.bounces },
    );
    this.alarm(
      "mails-unwanted",
      "Of this hour's mails, one in a hundred was called spam: patients do not want what a campaign sends.",
      { metric: failed("complaint"), above: 0.01 },
    );
  }

  /** What was too slow. */
  private lateWork(): void {
    const { measured, table } = this.#props;
    this.alarm(
      "too-late",
      "Messages are dropped because their time is over: patients miss reminders that they were due.",
      { metric: measured.of("Withheld", { reason: "stale" }, 60), above: 20 },
    );
    const throttled = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/DynamoDB",
        metricName,
        dimensionsMap: { TableName: table },
        statistic: "Sum",
        ...minutely,
      });
    this.alarm(
      "table-throttled",
      "The table of patients takes no more: replies, opt-outs and sends wait their turn.",
      { metric: throttled("WriteThrottleEvents"), above: 0, periods: 5 },
    );
  }

  private alarm(id: string, says: string, when: When): void {
    const { surroundings } = this.#props;
    alarmWhenAbove(this, id, { surroundings, runbook: `watch.md#${id}`, says, ...when });
  }
}
