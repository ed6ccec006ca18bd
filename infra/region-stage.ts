import { Stage, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { bundleFolder, bundlesIn } from "./bundle-folder.ts";
import type { Environment } from "./environments.ts";
import { AccessStack } from "./stacks/access-stack.ts";
import { ChannelsStack } from "./stacks/channels-stack.ts";
import { DataStack } from "./stacks/data-stack.ts";
import type { ContactFlows } from "./stacks/engine/parts.ts";
import { EngineStack } from "./stacks/engine-stack.ts";
import { PagesStack } from "./stacks/pages-stack.ts";
import { VoiceStack } from "./stacks/voice-stack.ts";
import { WatchStack } from "./stacks/watch-stack.ts";
import type { CodeOf } from "./surroundings.ts";

/** One region's stacks. Nothing in them refers to another region, so none can fail with it. */
export class RegionStage extends Stage {
  readonly data: DataStack;
  /** Where the environment has its number and mail domain made. */
  readonly channels?: ChannelsStack;
  /** Where the environment has its flows made. */
  readonly voice?: VoiceStack;
  readonly pages: PagesStack;
  readonly engine: EngineStack;
  readonly access: AccessStack;
  readonly watch: WatchStack;

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
    let { channels } = environment;
    if (channels === "made") {
      const parts = { environment, data: this.data };
      this.channels = new ChannelsStack(this, "channels", { ...named("channels"), ...parts });
      channels = this.channels.identities;
    }
    const { flows: given } = environment.connect;
    let flows: ContactFlows;
    if (given === "made") {
      this.voice = new VoiceStack(this, "voice", { ...named("voice"), environment });
      flows = this.voice.flows;
    } else flows = given;
    const { data } = this;
    this.pages = new PagesStack(this, "pages", { ...named("pages"), environment, data, codeOf });
    this.engine = new EngineStack(this, "engine", {
      ...named("engine"),
      environment,
      data,
      pages: this.pages,
      flows,
      channels,
      codeOf,
    });
    this.access = new AccessStack(this, "access", {
      ...named("access"),
      environment,
      data,
      codeOf,
    });
    this.watch = new WatchStack(this, "watch", {
      ...named("watch"),
      environment,
      data,
      others: [this.engine, this.pages, this.access],
    });
    Tags.of(this).add("rounds:environment", environment.name);
  }
}
