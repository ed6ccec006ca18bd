import { App } from "aws-cdk-lib";
import { bundleFolder, bundlesIn } from "#infra/bundle-folder";
import { RegionStage } from "#infra/region-stage";
import { bundlesVariable, testEnvironments } from "./environments.ts";

/** `infra/app.ts` with the test's two regions, and with bundles that a test can change. */
const app = new App();
const codeOf = bundlesIn(process.env[bundlesVariable] ?? bundleFolder);
for (const environment of testEnvironments) new RegionStage(app, environment, codeOf);
app.synth();
