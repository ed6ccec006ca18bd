import { Stage, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { bundleFolder, bundlesIn } from "./bundle-folder.ts";
import type { Environment } from "./environments.ts";
import { DataStack } from "./stacks/data-stack.ts";
import { EngineStack } from "./stacks/engine-stack.ts";
import type { CodeOf } from "./surroundings.ts";

/** One region's stacks. Nothing in them refers to another region, so none can fail with it. */
export class RegionStage extends Stage {
  readonly data: DataStack;
  readonly engine: EngineStack;

  /** `codeOf` says where a function's code comes from; by default its bundle in `dist/functions/`. */
  constructor(
    scope: Construct,
    environment: Environment,
    codeOf: CodeOf = bundlesIn(bundleFolder),
  ) {
    const env = { account: environment.account, region: environment.region };
    super(scope, environment.name, { env });
    const named = (part: string) => ({ env, stackName: `rounds-${environment.name}-${part}` });
    this.data = new DataStack(this, "data", { ...named("data"), environment });
    this.engine = new EngineStack(this, "engine", {
      ...named("engine"),
      environment,
      data: this.data,
      codeOf,
    });
    Tags.of(this).add("rounds:environment", environment.name);
  }
}
