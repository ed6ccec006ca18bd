import { Stack, type StackProps } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sns from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { alarmTopicName } from "../alarm-topic.ts";
import { appendToLedger, foldTallies } from "../constructs/grants.ts";
import { StreamWorker } from "../constructs/stream-worker.ts";
import type { Environment, SendingIdentities } from "../environments.ts";
import type { CodeOf } from "../surroundings.ts";
import { timeouts } from "../timeouts.ts";
import type { DataStack } from "./data-stack.ts";
import { Ceilings } from "./engine/ceilings.ts";
import { Hearing } from "./engine/hearing.ts";
import { Lanes } from "./engine/lanes.ts";
import { OptOuts } from "./engine/opt-outs.ts";
import type { ContactFlows, EngineParts } from "./engine/parts.ts";
import { EngineQueues } from "./engine/queues.ts";
import { Selection } from "./engine/selection.ts";
import type { PagesStack } from "./pages-stack.ts";

export interface EngineStackProps extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly pages: PagesStack;
  readonly flows: ContactFlows;
  readonly channels: SendingIdentities;
  readonly codeOf: CodeOf;
}

/** All that works: queues, functions, schedules and topics. It holds nothing of its own, so it can
 * be thrown away and built again beside the data. */
export class EngineStack extends Stack {
  constructor(scope: Construct, id: string, props: EngineStackProps) {
    super(scope, id, { ...props, description: "Rounds: queues, functions, schedules, topics." });
    const { channels, data, environment, flows, pages } = props;
    const { key } = data;
    const alarms = this.alarmTopic(environment, data);
    const queues = new EngineQueues(this, "queues", environment, key);
    const surroundings = { environment, key, alarms, codeOf: props.codeOf };
    const outside = { data, pages, flows, channels };
    const parts: EngineParts = { environment, surroundings, queues, ...outside };
    new Selection(this, "selection", parts);
    new Lanes(this, "lanes", parts);
    new Hearing(this, "hearing", parts);
    new OptOuts(this, "opt-outs", parts);
    new Ceilings(this, "ceilings", parts);
    this.publishLedger(parts);
  }

  private publishLedger({ data, surroundings }: EngineParts): void {
    const { worker } = new StreamWorker(this, "publish-ledger", {
      surroundings,
      name: "publish-ledger",
      does: "Writes the events of each record write to the ledger and the reach tallies.",
      ifItFails:
        "The account of what was done falls behind; after 24 hours it has a gap. Sends go on.",
      timeout: timeouts.publish,
      table: data.patients,
      // Only record items carry events; profiles and facts are not for the ledger.
      filter: { dynamodb: { NewImage: { events: { S: [{ exists: true }] } } } },
      variables: { LEDGER_TABLE_NAME: data.ledger.tableName },
    });
    appendToLedger(worker, data.ledger);
    foldTallies(worker, data.ledger);
  }

  private alarmTopic(environment: Environment, data: DataStack): sns.Topic {
    const topic = new sns.Topic(this, "alarms", {
      topicName: alarmTopicName(environment),
      masterKey: data.key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "Alarms",
        principals: [new iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    for (const [index, address] of environment.alarmsTo.entries()) {
      const heard = new sns.CfnSubscription(this, `alarm-${index}`, {
        topicArn: topic.topicArn,
        protocol: "email",
        endpoint: address,
      });
      acknowledge(heard, {
        "Serverless-SNSRedrivePolicy":
          "A mail that SNS cannot hand over has nowhere better to go; the alarm stays in its state.",
      });
    }
    return topic;
  }
}
