import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { LocalProblem } from "../problem.ts";

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.looseObject({
  Resources: z.record(z.string(), Resource).default({}),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({
        Value: z.unknown().optional(),
        Export: z.looseObject({ Name: z.unknown() }).optional(),
      }),
    )
    .default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
});
export type Template = z.infer<typeof Template>;

const Manifest = z.looseObject({
  artifacts: z
    .record(
      z.string(),
      z.looseObject({
        type: z.string(),
        displayName: z.string().optional(),
        properties: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default({}),
});

const AssetManifest = z.looseObject({
  files: z
    .record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string().optional() }) }))
    .default({}),
});

/** One stack as synthesized, with where its assets lie. */
export interface StackTemplate {
  readonly name: string;
  readonly template: Template;
  /** Its cloud assembly's folder: relative asset paths start here. */
  readonly directory: string;
  /** Asset folders by the hash that names them in the template. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * The stacks of a cloud assembly (`cdk.out`). Where it holds stages, one per deployment, the stage
 * of that name is taken, or the only one.
 * @throws LocalProblem when there is no assembly, no such stage or no stack.
 */
export function loadAssembly(directory: string, stage = "local"): readonly StackTemplate[] {
  const root = resolve(directory);
  const manifest = readManifest(root);
  const stages = Object.entries(manifest.artifacts).filter(
    ([, artifact]) => artifact.type === "cdk:cloud-assembly",
  );
  if (stages.length > 0) return loadAssembly(folderOf(root, pick(stages, stage, root)), stage);
  const stacks = Object.entries(manifest.artifacts)
    .filter(([, artifact]) => artifact.type === "aws:cloudformation:stack")
    .map(([id, artifact]) => loadStack(root, id, artifact.properties));
  if (stacks.length > 0) return stacks;
  throw new LocalProblem("local/no-stack", `${root} holds no stack. Run: npm run synth`);
}

type Artifact = z.infer<typeof Manifest>["artifacts"][string];

function pick(stages: readonly [string, Artifact][], wanted: string, root: string): Artifact {
  const nameOf = ([id, { displayName }]: [string, Artifact]) =>
    displayName ?? id.replace(/^assembly-/, "");
  const found = stages.find((stage) => nameOf(stage) === wanted) ?? stages.at(stages.length - 1);
  if (found !== undefined && (stages.length === 1 || nameOf(found) === wanted)) return found[1];
  throw new LocalProblem(
    "local/no-stage",
    `${root} holds no stage "${wanted}", only ${stages.map(nameOf).join(", ")}. ` +
      "Add that environment or name one of these.",
  );
}

function folderOf(root: string, { properties }: Artifact): string {
  return join(root, z.string().parse(properties["directoryName"]));
}

function loadStack(root: string, id: string, properties: Record<string, unknown>): StackTemplate {
  const file = z.string().parse(properties["templateFile"]);
  const template = Template.parse(readJson(join(root, file)));
  const name = z.string().default(id).parse(properties["stackName"]);
  return { name, template, directory: root, assets: assetsOf(root, id, file) };
}

function assetsOf(root: string, id: string, templateFile: string): ReadonlyMap<string, string> {
  const candidates = [`${id}.assets.json`, templateFile.replace(".template.json", ".assets.json")];
  const file = candidates.map((name) => join(root, name)).find((path) => existsSync(path));
  const files = file === undefined ? {} : AssetManifest.parse(readJson(file)).files;
  return new Map(
    Object.entries(files).flatMap(([hash, { source }]) =>
      source.path === undefined ? [] : [[hash, join(root, source.path)] as const],
    ),
  );
}

function readManifest(root: string): z.infer<typeof Manifest> {
  const file = join(root, "manifest.json");
  if (existsSync(file)) return Manifest.parse(readJson(file));
  throw new LocalProblem(
    "local/no-assembly",
    `${root} holds no synthesized stack. Run: npm run build && npm run synth`,
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
