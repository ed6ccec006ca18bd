import { rmSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type Environment, environmentNamed } from "#infra/environments";
import { RegionStage } from "#infra/region-stage";
import { settings } from "#infra/settings";

/** One resource of a template, as far as these tests look. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The templates of a region, without bundling anything. */
export function regionStacks(environment: Environment = environmentNamed("local")) {
  const app = new App({ postCliContext: settings() });
  const stage = new RegionStage(app, environment, () => Code.fromInline("// not run"));
  const data = Template.fromStack(stage.data);
  const engine = Template.fromStack(stage.engine);
  const pages = Template.fromStack(stage.pages);
  const access = Template.fromStack(stage.access);
  const watch = Template.fromStack(stage.watch);
  const voice = stage.voice && Template.fromStack(stage.voice);
  const channels = stage.channels && Template.fromStack(stage.channels);
  rmSync(app.outdir, { recursive: true, force: true });
  const templates = [data, pages, engine, access, watch, channels, voice].filter(
    (made) => made !== undefined,
  );
  const resources = templates.flatMap(resourcesOf);
  return {
    data,
    engine,
    pages,
    access,
    voice,
    channels,
    templates,
    watch,
    resources,
    of: (type: string) => resources.filter((r) => r.type === type),
  };
}

/** What one stack makes. */
export function resourcesOf(template: Template): readonly TemplateResource[] {
  const { Resources } = template.toJSON() as {
    Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  };
  return Object.entries(Resources).map(([id, { Type, Properties }]) => ({
    id,
    type: Type,
    properties: Properties ?? {},
  }));
}
