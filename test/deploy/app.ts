import { App, CfnResource, type Stack } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { bundleFolder, bundlesIn } from "#infra/bundle-folder";
import { RegionStage } from "#infra/region-stage";
import { leftOut } from "./deployable.ts";
import { bundlesVariable, testEnvironments } from "./environments.ts";

/** `infra/app.ts` with the test's two regions, and with bundles that a test can change. */
const app = new App();
const codeOf = bundlesIn(process.env[bundlesVariable] ?? bundleFolder);
for (const environment of testEnvironments) {
  leaveOut(new RegionStage(app, environment, codeOf).access);
}
app.synth();

/** Nothing refers to these; the stack that is deployed is the rest of it. */
function leaveOut(stack: Stack): void {
  for (const { node } of stack.node.findAll().filter(isLeftOut))
    node.scope?.node.tryRemoveChild(node.id);
}

function isLeftOut(construct: IConstruct): boolean {
  return CfnResource.isCfnResource(construct) && leftOut.includes(construct.cfnResourceType);
}
