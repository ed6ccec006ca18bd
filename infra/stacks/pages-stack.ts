import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import * as sns from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { alarmTopicName } from "../alarm-topic.ts";
import { WorkQueue } from "../constructs/work-queue.ts";
import type { Environment } from "../environments.ts";
import type { CodeOf } from "../surroundings.ts";
import { timeouts } from "../timeouts.ts";
import type { DataStack } from "./data-stack.ts";
import { PatientPages } from "./pages/patient-pages.ts";

export interface PagesStackProps extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly codeOf: CodeOf;
}

/**
 * What patients open by a link, and the queue of what they ask for there. It stands between the data and
 * the engine: its address is in mails that were sent long ago, so it must outlive the engine, and while
 * the engine is away the queue keeps what patients said, for 14 days.
 */
export class PagesStack extends Stack {
  /** Worked off by the engine. */
  readonly unsubscribe: WorkQueue;
  /** Worked off by the engine, too: what was said on the page of a message. */
  readonly said: WorkQueue;
  /** `https://…/u/{token}` */
  readonly unsubscribeLink: string;
  /** `https://…/a/{token}` */
  readonly pageLink: string;

  constructor(scope: Construct, id: string, props: PagesStackProps) {
    const { codeOf, data, environment } = props;
    super(scope, id, {
      ...props,
      description: "Rounds: pages that patients open, and what they ask for there.",
      // Its address stands in mails.
      terminationProtection: environment.data === "keep",
    });
    const topic = `arn:aws:sns:${this.region}:${this.account}:${alarmTopicName(environment)}`;
    const alarms = sns.Topic.fromTopicArn(this, "alarms", topic);
    const queue = (name: string) =>
      new WorkQueue(this, name, {
        name: `rounds-${environment.name}-${name}`,
        key: data.key,
        handledWithin: timeouts.hear,
      });
    this.unsubscribe = queue("unsubscribe");
    this.said = queue("page");
    const pages = new PatientPages(this, "pages", {
      surroundings: { environment, key: data.key, alarms, codeOf },
      data,
      unsubscribe: this.unsubscribe,
      said: this.said,
    });
    this.unsubscribeLink = pages.unsubscribeLink;
    this.pageLink = pages.pageLink;
    new CfnOutput(this, "unsubscribe-link", {
      value: pages.unsubscribeLink,
      description: "What mails carry, each with a token of its own.",
    });
    if (pages.target !== undefined) {
      new CfnOutput(this, "pages-target", {
        value: pages.target,
        description: "What the DNS record of the pages' own name points at.",
      });
    }
  }
}
