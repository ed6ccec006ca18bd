import type { CfnResource } from "aws-cdk-lib";
import { NagMessageLevel, NagPack, NagRuleCompliance } from "cdk-nag";
import { bucketIsClosed } from "./bucket-is-closed.ts";
import { functionIsBounded } from "./function-is-bounded.ts";
import { functionKeepsItsLogs } from "./function-keeps-its-logs.ts";
import { functionRunsAsTested } from "./function-runs-as-tested.ts";
import { keptTableIsProtected } from "./kept-table-is-protected.ts";
import { logGroupEnds } from "./log-group-ends.ts";
import { patientsTableStreams } from "./patients-table-streams.ts";
import { queueGivesUpLoudly } from "./queue-gives-up-loudly.ts";
import { queueHasKey } from "./queue-has-key.ts";
import { queueRefusesPlainHttp } from "./queue-refuses-plain-http.ts";
import type { Rule } from "./rule.ts";
import { tableHasKey } from "./table-has-key.ts";
import { tableIsRestorable } from "./table-is-restorable.ts";
import { topicHasKey } from "./topic-has-key.ts";
import { topicRefusesPlainHttp } from "./topic-refuses-plain-http.ts";

/** All of them. A new one is added here and broken once in its test. */
export const rules: readonly Rule[] = [
  bucketIsClosed,
  functionIsBounded,
  functionKeepsItsLogs,
  functionRunsAsTested,
  keptTableIsProtected,
  logGroupEnds,
  patientsTableStreams,
  queueGivesUpLoudly,
  queueHasKey,
  queueRefusesPlainHttp,
  tableHasKey,
  tableIsRestorable,
  topicHasKey,
  topicRefusesPlainHttp,
];

/**
 * Our own rules, for what the shipped packs leave open: they accept AWS's keys, look past global
 * tables, and ask neither for streams nor for alarms on dead-letter queues.
 */
export class RoundsChecks extends NagPack {
  readonly name = "Rounds";

  constructor() {
    super();
    this.packName = this.name;
  }

  protected checkResource(node: CfnResource): void {
    for (const { name, says, holds } of rules) {
      this.applyRule({
        ruleSuffixOverride: name,
        info: says,
        explanation: says,
        level: NagMessageLevel.ERROR,
        node,
        rule: (resource) =>
          holds(resource) ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT,
      });
    }
  }
}
