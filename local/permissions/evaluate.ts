import type { PolicyStatement } from "./policy.ts";
import { matchesWildcards } from "./wildcards.ts";

/** What somebody is about to do, as IAM is asked about it. */
export interface Need {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** An ARN, or `*` for an action that takes no resource. */
  readonly resource: string;
  /** The service that uses a key on behalf of the caller, e.g. `sqs.us-east-1.amazonaws.com`. */
  readonly viaService?: string;
  /** How the partition key begins of the item that a call of DynamoDB names: `link#`; `oak#reach` is whole. */
  readonly leadingKey?: string;
}

/**
 * IAM's decision over identity policies: what no statement allows is denied, and a statement that
 * denies outweighs all others (IAM user guide, "Policy evaluation logic").
 */
export function isAllowed(statements: readonly PolicyStatement[], need: Need): boolean {
  const applying = statements.filter((statement) => applies(statement, need));
  return applying.length > 0 && applying.every(({ effect }) => effect === "Allow");
}

function applies(statement: PolicyStatement, need: Need): boolean {
  const { actions, resources, viaServices, leadingKeys } = statement;
  const { viaService = "", leadingKey } = need;
  const action = need.action.toLowerCase();
  return (
    actions.some((pattern) => matchesWildcards(pattern.toLowerCase(), action)) &&
    resources.some((pattern) => matchesResource(pattern, need.resource)) &&
    (viaServices === undefined || viaServices.includes(viaService)) &&
    (leadingKeys === undefined || isLike(leadingKey, leadingKeys))
  );
}

/** Of a call that names no item AWS would say that all of none are like it; here it is refused. */
function isLike(key: string | undefined, patterns: readonly string[]): boolean {
  return key !== undefined && patterns.some((pattern) => matchesWildcards(pattern, key));
}

/**
 * Segment by segment, for a wildcard reaches no further than its own. Only `*` allows an action
 * that takes no resource.
 */
function matchesResource(pattern: string, resource: string): boolean {
  if (pattern === "*") return true;
  const [wanted, given] = [segmentsOf(pattern), segmentsOf(resource)];
  return (
    wanted.length === given.length &&
    wanted.every((segment, at) => matchesWildcards(segment, given[at] ?? ""))
  );
}

/** `arn`, partition, service, region, account, and the rest, colons and all. */
function segmentsOf(arn: string): readonly string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(":")] : [])];
}
