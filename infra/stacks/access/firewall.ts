import * as logs from "aws-cdk-lib/aws-logs";
import * as wafv2 from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { removalOf } from "../../constructs/removal.ts";
import type { Surroundings } from "../../surroundings.ts";

/** Requests from one address within five minutes: a screen asks for some twenty files. */
const requestsPerAddressMax = 2_000;

/** CloudFront's ACL for the console. Its home is us-east-1, whatever the deployment's region. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { environment, key }: Surroundings) {
    super(scope, id);
    const name = `rounds-${environment.name}-console`;
    const acl = new wafv2.CfnWebACL(this, "acl", {
      name,
      description: "Who may ask for the files of the console.",
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seenAs(name),
      rules: [
        ...["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map(managed),
        {
          name: "one-address",
          priority: 2,
          action: { block: {} },
          statement: {
            rateBasedStatement: { limit: requestsPerAddressMax, aggregateKeyType: "IP" },
          },
          visibilityConfig: seenAs("one-address"),
        },
      ],
    });
    this.arn = acl.attrArn;
    const log = new logs.LogGroup(this, "log", {
      // WAF writes to groups of this beginning only.
      logGroupName: `aws-waf-logs-${name}`,
      retention: logs.RetentionDays.SIX_MONTHS,
      encryptionKey: key,
      removalPolicy: removalOf(environment.data),
    });
    new wafv2.CfnLoggingConfiguration(this, "logging", {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [log.logGroupArn],
      // A query may hold the code of a sign-in; who signs in is Cognito's to log.
      redactedFields: [
        { queryString: {} },
        { singleHeader: { Name: "authorization" } },
        { singleHeader: { Name: "cookie" } },
      ],
      // What was let through is in the distribution's own log.
      loggingFilter: {
        DefaultBehavior: "DROP",
        Filters: [
          {
            Behavior: "KEEP",
            Requirement: "MEETS_ANY",
            Conditions: [{ ActionCondition: { Action: "BLOCK" } }],
          },
        ],
      },
    });
  }
}

function managed(name: string, priority: number): wafv2.CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig: seenAs(name),
  };
}

function seenAs(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  // Samples would keep whole requests for hours.
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
