import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import * as sns from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { alarmTopicName } from "../alarm-topic.ts";
import type { Environment } from "../environments.ts";
import type { CodeOf } from "../surroundings.ts";
import { consoleConfig } from "./access/console-config.ts";
import { ConsoleSite } from "./access/console-site.ts";
import { SignIn } from "./access/sign-in.ts";
import { StaffGate } from "./access/staff-gate.ts";
import type { DataStack } from "./data-stack.ts";

export interface AccessStackProps extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly codeOf: CodeOf;
}

/**
 * How staff come in: who they are, what they may ask, and the page they ask it from. Nothing that
 * contacts or hears patients leans on it.
 */
export class AccessStack extends Stack {
  constructor(scope: Construct, id: string, props: AccessStackProps) {
    super(scope, id, {
      ...props,
      description: "Rounds: sign-in, staff API and console.",
      // It holds the accounts of the staff.
      terminationProtection: props.environment.data === "keep",
    });
    const { codeOf, data, environment } = props;
    const topic = `arn:aws:sns:${this.region}:${this.account}:${alarmTopicName(environment)}`;
    const alarms = sns.Topic.fromTopicArn(this, "alarms", topic);
    const surroundings = { environment, key: data.key, alarms, codeOf };
    const signIn = new SignIn(this, "sign-in", environment);
    const { api } = new StaffGate(this, "staff", { surroundings, data, signIn });
    const site = new ConsoleSite(this, "console", {
      surroundings,
      connectsTo: [api.apiEndpoint, signIn.address],
    });
    this.say("api-address", api.apiEndpoint, "What the console asks.");
    this.say("sign-in-address", signIn.address, "Where the console sends people to sign in.");
    this.say("user-pool", signIn.pool.userPoolId, "For adding staff and giving them roles.");
    this.say("console-client", signIn.client.userPoolClientId, "The console's client id.");
    this.say(
      "console-config",
      this.toJsonString(consoleConfig(api.apiEndpoint, signIn, environment.access)),
      "What the console's file config.json must say.",
    );
    this.say("console-bucket", site.bucket.bucketName, "Where the console's files are put.");
    this.say(
      "console-target",
      site.distribution.distributionDomainName,
      "What the console's DNS record points at.",
    );
  }

  private say(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
