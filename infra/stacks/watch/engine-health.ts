import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type { Environment } from "../../environments.ts";
import { functionNames } from "../../function-names.ts";

/** Queues in which what patients say waits. */
const heard = ["urgent", "inbound-sms", "inbound-email"] as const;

/** Queues of work; each has one for dead letters. */
const queues = [
  ...heard,
  "receipt",
  "mirror",
  "import",
  "opt-outs",
  "enroll",
  "sms",
  "email",
  "voice",
  "decide",
  "task",
] as const;

/** What AWS itself counts of the engine, by the names that everything has. */
export class EngineHealth {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  hearingAges(): cloudwatch.Metric[] {
    return heard.map((name) => this.queue(name, "ApproximateAgeOfOldestMessage", name));
  }

  deadLetters(): cloudwatch.Metric[] {
    return queues.map((name) =>
      this.queue(`${name}-dead`, "ApproximateNumberOfMessagesVisible", name),
    );
  }

  errors(): cloudwatch.Metric[] {
    return functionNames.map((name) => this.lambda(name, "Errors", "Sum"));
  }

  delays(): cloudwatch.Metric[] {
    return [
      ...functionNames.map((name) => this.lambda(name, "Throttles", "Sum")),
      this.lambda("publish-ledger", "IteratorAge", "Maximum"),
    ];
  }

  private queue(name: string, metricName: string, label: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: "AWS/SQS",
      metricName,
      dimensionsMap: { QueueName: `rounds-${this.#environment.name}-${name}` },
      statistic: "Maximum",
      period: Duration.minutes(1),
      label,
    });
  }

  private lambda(name: string, metricName: string, statistic: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: "AWS/Lambda",
      metricName,
      dimensionsMap: { FunctionName: `rounds-${this.#environment.name}-${name}` },
      statistic,
      period: Duration.minutes(5),
      label: `${name} ${metricName}`,
    });
  }
}
