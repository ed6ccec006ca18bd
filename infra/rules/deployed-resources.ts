import { CfnResource, Stack, Stage } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

type Kind<T extends CfnResource> = new (...args: never[]) => T;

/** Rules are asked when nothing changes any more, so each tree is walked once. */
const walked = new WeakMap<IConstruct, readonly CfnResource[]>();
const written = new WeakMap<object, string>();

/** All resources of that kind in the deployment that this resource belongs to, in any of its stacks. */
export function resourcesBeside<T extends CfnResource>(
  resource: CfnResource,
  kind: Kind<T>,
): readonly T[] {
  const deployment = Stage.of(resource) ?? resource.node.root;
  let all = walked.get(deployment);
  if (!all) {
    all = deployment.node.findAll().filter((node) => CfnResource.isCfnResource(node));
    walked.set(deployment, all);
  }
  return all.filter((found): found is T => found instanceof kind);
}

/** A property as CloudFormation will read it. */
export function asDeployed(resource: CfnResource, property: unknown): unknown {
  return Stack.of(resource).resolve(property);
}

/**
 * Whether a property of `holder` names the resource. Logical ids end in a hash, and the names of
 * exports hold them, so that the id's being there is enough in every stack of the deployment.
 */
export function names(holder: CfnResource, property: unknown, resource: CfnResource): boolean {
  return textOf(holder, property).includes(String(asDeployed(resource, resource.logicalId)));
}

function textOf(holder: CfnResource, property: unknown): string {
  if (typeof property !== "object" || property === null) {
    return JSON.stringify(asDeployed(holder, property)) ?? "";
  }
  const known = written.get(property);
  if (known !== undefined) return known;
  const text = JSON.stringify(asDeployed(holder, property)) ?? "";
  written.set(property, text);
  return text;
}
