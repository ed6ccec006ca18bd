import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { channels } from "../../../shared/domain/patient/contact-point.ts";
import { type Lane, lanes } from "../../../shared/domain/record/due.ts";
import { metricList } from "../../../shared/observability/metric-list.ts";
import type { Environment } from "../../environments.ts";
import { EngineHealth } from "./engine-health.ts";
import type { Measured } from "./measured.ts";

export interface DashboardProps {
  readonly environment: Environment;
  readonly measured: Measured;
  /** Every alarm of the region. */
  readonly alarms: readonly cloudwatch.IAlarm[];
}

/** The screen is 24 wide; three charts stand beside each other. */
const whole = 24;
const third = 8;

/** One screen that explains a region, from what patients feel down to the engine. */
export class RegionDashboard extends Construct {
  readonly #measured: Measured;
  readonly #health: EngineHealth;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { environment, alarms } = props;
    this.#measured = props.measured;
    this.#health = new EngineHealth(environment);
    const board = new cloudwatch.Dashboard(this, "dashboard", {
      dashboardName: `rounds-${environment.name}`,
      defaultInterval: Duration.hours(12),
    });
    board.addWidgets(words(environment));
    board.addWidgets(...this.patients());
    board.addWidgets(...this.reasons());
    board.addWidgets(...this.lanes());
    board.addWidgets(...this.people());
    board.addWidgets(...this.engine());
    board.addWidgets(
      new cloudwatch.AlarmStatusWidget({
        title:
          "Alarms: each says what patients or agents lose, and which page of docs/runbooks helps",
        alarms: [...alarms],
        width: whole,
        height: 6,
      }),
    );
  }

  /** What patients feel. */
  private patients(): cloudwatch.IWidget[] {
    const measured = this.#measured;
    const touches = (outcome: "sent" | "delivered" | "failed" | "unknown" | "unconfirmed") =>
      channels.map((channel) => measured.of("Touches", { channel, outcome }));
    return [
      chart("Sent to patients", touches("sent")),
      chart("Did not arrive, or nobody knows", [
        ...touches("failed"),
        ...touches("unknown"),
        ...touches("unconfirmed"),
      ]),
      chart("Red flags, STOP and mail from patients wait (seconds)", this.#health.hearingAges()),
    ];
  }

  /** Why patients got nothing, or later. */
  private reasons(): cloudwatch.IWidget[] {
    const measured = this.#measured;
    const { Withheld, Moved, Refusals } = metricList;
    return [
      chart(
        "Withheld, by reason",
        Withheld.dimensions.reason.map((reason) => measured.of("Withheld", { reason })),
      ),
      chart(
        "Moved to later, by reason",
        Moved.dimensions.reason.map((reason) => measured.of("Moved", { reason })),
      ),
      chart(
        "Refused by providers",
        Refusals.dimensions.reason.flatMap((reason) =>
          channels.map((channel) => measured.of("Refusals", { channel, reason })),
        ),
      ),
    ];
  }

  private lanes(): cloudwatch.IWidget[] {
    const measured = this.#measured;
    const each = (name: "Due" | "OldestDue" | "Released") =>
      lanes.map((lane) => measured.of(name, { lane }, 1));
    return [
      chart("Due now, by lane", each("Due")),
      chart(
        "Minutes until a lane is empty",
        lanes.map((lane) => this.timeToDrain(lane)),
      ),
      chart("The oldest due work is late by (seconds)", each("OldestDue")),
    ];
  }

  /** Due work over what goes in a minute; 0 where nothing is due. */
  private timeToDrain(lane: Lane): cloudwatch.MathExpression {
    return new cloudwatch.MathExpression({
      expression: `IF(due_${lane}>0,due_${lane}/IF(pace_${lane}>0,pace_${lane},1),0)`,
      usingMetrics: {
        [`due_${lane}`]: this.#measured.of("Due", { lane }, 1),
        [`pace_${lane}`]: this.#measured.of("Released", { lane }, 1),
      },
      period: Duration.minutes(1),
      label: lane,
    });
  }

  /** What patients say, and what agents do about it. */
  private people(): cloudwatch.IWidget[] {
    const measured = this.#measured;
    const { Replies, RedFlags, Tasks } = metricList;
    return [
      chart(
        "Replies, by what they mean",
        Replies.dimensions.kind.map((kind) => {
          const all = channels.map((channel) => ({ channel, kind }));
          return measured.sum("Replies", all).with({ label: kind });
        }),
      ),
      chart(
        "Red flags, by tier",
        RedFlags.dimensions.tier.map((tier) => measured.of("RedFlags", { tier })),
      ),
      chart(
        "Tasks of agents",
        Tasks.dimensions.outcome.map((outcome) => measured.of("Tasks", { outcome })),
      ),
    ];
  }

  private engine(): cloudwatch.IWidget[] {
    const { PutAside } = metricList;
    return [
      chart("Errors of functions", this.#health.errors()),
      chart("Messages in dead-letter queues, and put aside", [
        ...this.#health.deadLetters(),
        ...PutAside.dimensions.reason.map((reason) => this.#measured.of("PutAside", { reason })),
      ]),
      chart("Throttled starts, and how old the stream is (ms)", this.#health.delays()),
    ];
  }
}

function chart(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({
    title,
    left,
    width: third,
    height: 6,
    leftYAxis: { min: 0 },
  });
}

function words({ name, region }: Environment): cloudwatch.TextWidget {
  return new cloudwatch.TextWidget({
    width: whole,
    height: 5,
    markdown: [
      `# Rounds in ${region} (${name})`,
      "Read it from the top. **First row: what patients feel.** Sent follows the clinic's day; a gap in the day means that nothing goes. " +
        "Beside it what did not arrive, and how long red flags and STOP wait: seconds are well, minutes are not.",
      "**Second row: why** patients got nothing, or later. **Third: the lanes.** A backlog is well as long as it drains before its messages are too late. " +
        "**Fourth: people**, what patients say and what agents do. **Last: the engine.**",
      "What to do: `docs/runbooks/functions.md` when a function fails, `docs/runbooks/watch.md` when patients or agents lose something while none does. " +
        "Something wrong goes out? `npx rounds halt` first, and look afterwards.",
    ].join("\n\n"),
  });
}
