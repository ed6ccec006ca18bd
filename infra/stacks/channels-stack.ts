import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Environment, SendingIdentities } from "../environments.ts";
import { Mailing } from "./channels/mailing.ts";
import { Texting } from "./channels/texting.ts";
import type { DataStack } from "./data-stack.ts";

export interface ChannelsStackProps extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
}

/**
 * What texts and mails are sent from, and how their answers and outcomes come back: a number, its
 * opt-out list, a mail domain, and the configuration sets of both. It stands between the data, whose
 * topics it reports to, and the engine, which is told the number. Numbers are slow to get and quick
 * to lose, so the stack is guarded as the data is.
 */
export class ChannelsStack extends Stack {
  readonly identities: SendingIdentities;

  constructor(scope: Construct, id: string, props: ChannelsStackProps) {
    const { data, environment } = props;
    super(scope, id, {
      ...props,
      description: "Rounds: number, opt-out list, mail domain and configuration sets.",
      terminationProtection: environment.data === "keep",
    });
    const texting = new Texting(this, "texting", {
      environment,
      key: data.key,
      topics: data.topics,
    });
    const mailing = new Mailing(this, "mailing", environment, data.topics);
    const number = texting.number.attrArn;
    this.identities = {
      originationIdentity: number,
      originationArn: number,
      optOutListArn: texting.optOutListArn,
      smsConfigurationSet: texting.configurationSet,
      emailConfigurationSet: mailing.configurationSet,
    };
    new CfnOutput(this, "number", {
      value: texting.number.attrPhoneNumber,
      description: "To be registered with the carriers, and one of the organization's lines.",
    });
    for (const [index, { name, value }] of mailing.dkimRecords.entries()) {
      new CfnOutput(this, `dkim-${index + 1}`, {
        value: `${name} CNAME ${value}`,
        description: "For the zone of the mail domain.",
      });
    }
  }
}
