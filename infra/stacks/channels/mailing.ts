import * as ses from "aws-cdk-lib/aws-ses";
import { EmailEncoding, Sns } from "aws-cdk-lib/aws-ses-actions";
import { Construct } from "constructs";
import type { NoticeTopics } from "../../constructs/notice-topics.ts";
import { removalOf } from "../../constructs/removal.ts";
import type { Environment } from "../../environments.ts";

/** Opens and clicks are not among them: nobody's reading is watched. */
const mailEnds = [
  ses.EmailSendingEvent.SEND,
  ses.EmailSendingEvent.DELIVERY,
  ses.EmailSendingEvent.BOUNCE,
  ses.EmailSendingEvent.COMPLAINT,
  ses.EmailSendingEvent.REJECT,
];

/** A mail domain that signs what it sends, tells what became of it, and hears the answers. */
export class Mailing extends Construct {
  readonly configurationSet: string;
  readonly dkimRecords: readonly ses.DkimRecord[];

  constructor(scope: Construct, id: string, environment: Environment, topics: NoticeTopics) {
    super(scope, id);
    const name = `rounds-${environment.name}`;
    const domain = environment.email.identity;
    this.configurationSet = name;
    const set = new ses.ConfigurationSet(this, "set", {
      configurationSetName: name,
      // A mail about somebody's care goes encrypted or not at all (45 CFR 164.312(e)).
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    // Not by the set's own method, which would have the topic's policy name the set in turn.
    new ses.CfnConfigurationSetEventDestination(this, "receipts", {
      configurationSetName: set.configurationSetName,
      eventDestination: {
        name: "receipts",
        enabled: true,
        matchingEventTypes: mailEnds,
        snsDestination: { topicArn: topics.emailEvents.topicArn },
      },
    });
    const identity = new ses.EmailIdentity(this, "domain", {
      identity: ses.Identity.domain(domain),
      configurationSet: set,
      dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: `bounce.${domain}`,
      // A slip in the zone then costs an aligned envelope and not a day's mail: DKIM still aligns.
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      // The topic tells of bounces; a mailbox that nobody reads would tell nobody.
      feedbackForwarding: false,
    });
    identity.applyRemovalPolicy(removalOf(environment.data));
    this.dkimRecords = identity.dkimRecords;
    this.receiving(name, domain, topics);
  }

  /** Answers come to the inbound topic whole; SES refuses to put more than 150 KB there. */
  private receiving(name: string, domain: string, topics: NoticeTopics): void {
    const rules = new ses.ReceiptRuleSet(this, "receiving", { receiptRuleSetName: name });
    rules.addRule("answers", {
      receiptRuleName: name,
      recipients: [domain],
      scanEnabled: true,
      // Who cannot send it encrypted is told so by the bounce.
      tlsPolicy: ses.TlsPolicy.REQUIRE,
      actions: [new Sns({ topic: topics.emailInbound, encoding: EmailEncoding.BASE64 })],
    });
  }
}
