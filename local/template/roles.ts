import * as z from "zod";
import { type PolicyStatement, readPolicy } from "../permissions/policy.ts";
import { LocalProblem } from "../problem.ts";
import type { Deployment } from "./deployment.ts";
import { isDeploymentHelper } from "./kinds.ts";
import { arnOf, type PlacedResource } from "./resource.ts";

const Inline = z.looseObject({ PolicyDocument: z.unknown() });

const RoleProperties = z.looseObject({
  Policies: z.array(Inline).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});

const PolicyProperties = z.looseObject({
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
});

/**
 * What each role of the stacks may do, by the role's ARN: its own policies and those that name it.
 * @throws LocalProblem for a role that leans on a policy which the template does not hold.
 */
export function readRoles(deployment: Deployment): ReadonlyMap<string, readonly PolicyStatement[]> {
  const isOurs = (resource: PlacedResource) => !isDeploymentHelper(resource);
  const attached = deployment
    .ofType("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy")
    .filter(isOurs)
    .flatMap((resource) => {
      const { PolicyDocument, Roles } = deployment.properties(resource, PolicyProperties);
      const statements = readPolicy(PolicyDocument, resource.logicalId);
      return Roles.map((role) => ({ role, statements }));
    });
  const roles = deployment.ofType("AWS::IAM::Role").filter(isOurs);
  return new Map(
    roles.map((role) => [
      arnOf(role),
      [
        ...ownStatements(deployment, role),
        ...attached.flatMap((policy) => (policy.role === role.name ? policy.statements : [])),
      ],
    ]),
  );
}

function ownStatements(deployment: Deployment, role: PlacedResource): readonly PolicyStatement[] {
  const { Policies, ManagedPolicyArns } = deployment.properties(role, RoleProperties);
  const [foreign] = ManagedPolicyArns;
  if (foreign !== undefined) {
    throw new LocalProblem(
      "local/unknown-policy",
      `${role.stack.name}/${role.logicalId} leans on ${foreign}, whose text is not in the template. ` +
        "Write out what the role may do.",
    );
  }
  return Policies.flatMap(({ PolicyDocument }) => readPolicy(PolicyDocument, role.logicalId));
}
