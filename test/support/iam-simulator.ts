import { runSimulation, runUnsafeSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { Need } from "#local/permissions/evaluate";
import type { PolicyStatement } from "#local/permissions/policy";

const account = "000000000000";

/** A key's policy as CDK writes it: whoever the account's own policies let in may use the key. */
const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    },
  ],
};

/** Somebody else's reading of IAM, with AWS's own list of which action takes which resource. */
export interface Simulated {
  /** False as well for what IAM would not take for a question at all. */
  readonly isAllowed: boolean;
  /** Why it is no question: the action does not exist or takes no such resource. */
  readonly faults: readonly string[];
}

export async function simulate(
  statements: readonly PolicyStatement[],
  need: Need,
): Promise<Simulated> {
  const answer = await runSimulation(simulationOf(statements, need), {});
  if (answer.resultType === "error") {
    return { isAllowed: false, faults: [JSON.stringify(answer.errors)] };
  }
  return { isAllowed: answer.overallResult === "Allowed", faults: [] };
}

/** The same without AWS's list: for actions and resources that are made up. */
export async function simulateAnything(
  statements: readonly PolicyStatement[],
  need: Need,
): Promise<boolean> {
  return (await runUnsafeSimulation(simulationOf(statements, need), {})) === "Allowed";
}

function simulationOf(statements: readonly PolicyStatement[], need: Need): Simulation {
  const { action, resource, viaService, leadingKey } = need;
  return {
    identityPolicies: statements.length > 0 ? [{ name: "p", policy: documentOf(statements) }] : [],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(action.startsWith("kms:") ? { resourcePolicy: keyPolicy } : {}),
    request: {
      action,
      principal: `arn:aws:iam::${account}:role/somebody`,
      resource: { resource, accountId: account },
      contextVariables: {
        ...(viaService === undefined ? {} : { "kms:ViaService": viaService }),
        ...(leadingKey === undefined ? {} : { "dynamodb:LeadingKeys": [leadingKey] }),
      },
    },
  };
}

function documentOf(statements: readonly PolicyStatement[]) {
  return {
    Version: "2012-10-17",
    Statement: statements.map(({ effect, actions, resources, viaServices, leadingKeys }) => ({
      Effect: effect,
      Action: actions,
      Resource: resources,
      ...(viaServices && { Condition: { StringEquals: { "kms:ViaService": viaServices } } }),
      ...(leadingKeys && {
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": leadingKeys } },
      }),
    })),
  };
}
