import { App } from "aws-cdk-lib";
import { environments } from "./environments.ts";
import { addChecks } from "./nag.ts";
import { RegionStage } from "./region-stage.ts";

/** What `cdk deploy 'prod-us-east-1/*'` runs. Functions are bundled before, by `npm run build`. */
const app = new App();
for (const environment of environments) new RegionStage(app, environment);
addChecks(app);
app.synth();
