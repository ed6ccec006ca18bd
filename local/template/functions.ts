import { existsSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import { LocalProblem } from "../problem.ts";
import { type Deployment, Whole } from "./deployment.ts";
import { isDeploymentHelper } from "./kinds.ts";
import { arnOf, type PlacedResource } from "./resource.ts";

const FunctionProperties = z.looseObject({
  Handler: z.string(),
  Runtime: z.string(),
  Code: z.looseObject({ S3Key: z.string().optional() }),
  Timeout: Whole.default(3),
  MemorySize: Whole.default(128),
  ReservedConcurrentExecutions: Whole.optional(),
  Environment: z
    .looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .optional(),
  Role: z.string(),
  LoggingConfig: z.looseObject({ LogGroup: z.string().optional() }).default({}),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string().optional() }).optional(),
});

const InvokeConfigProperties = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: Whole.optional(),
  DestinationConfig: z
    .looseObject({
      OnFailure: z.looseObject({ Destination: z.string() }).optional(),
    })
    .optional(),
});

export interface FunctionPlan {
  readonly resource: PlacedResource;
  readonly name: string;
  readonly arn: string;
  /** ARN of the role that it acts in. */
  readonly role: string;
  readonly logGroup: string;
  /** The bundle's folder. */
  readonly code: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly reservedConcurrency: number | undefined;
  readonly variables: Readonly<Record<string, string>>;
  /** After an asynchronous invocation failed for good. */
  readonly asynchronous: { readonly retries: number; readonly deadLetterArn: string | undefined };
}

/** The functions that run on Node; helpers of CDK's own deployments are left out. */
export function readFunctions(deployment: Deployment): readonly FunctionPlan[] {
  const configs = deployment
    .ofType("AWS::Lambda::EventInvokeConfig")
    .map((resource) => deployment.properties(resource, InvokeConfigProperties));
  return deployment
    .ofType("AWS::Lambda::Function")
    .filter((resource) => !isDeploymentHelper(resource))
    .map((resource) => {
      const properties = deployment.properties(resource, FunctionProperties);
      requireNode(resource, properties.Runtime);
      const config = configs.find(({ FunctionName }) => FunctionName === resource.name);
      return {
        resource,
        name: resource.name,
        arn: arnOf(resource),
        role: properties.Role,
        logGroup: properties.LoggingConfig.LogGroup ?? `/aws/lambda/${resource.name}`,
        code: codeOf(resource, properties.Code.S3Key),
        handler: properties.Handler,
        timeoutMs: properties.Timeout * 1_000,
        memoryMb: properties.MemorySize,
        reservedConcurrency: properties.ReservedConcurrentExecutions,
        variables: placed(deployment, properties.Environment?.Variables ?? {}),
        asynchronous: {
          retries: config?.MaximumRetryAttempts ?? 2,
          deadLetterArn:
            config?.DestinationConfig?.OnFailure?.Destination ??
            properties.DeadLetterConfig?.TargetArn,
        },
      };
    });
}

function placed(
  deployment: Deployment,
  variables: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const here = ([name, value]: [string, string]) => [name, deployment.localAddress(value)];
  return Object.fromEntries(Object.entries(variables).map(here));
}

function requireNode({ stack, logicalId }: PlacedResource, runtime: string): void {
  if (runtime.startsWith("nodejs")) return;
  throw new LocalProblem(
    "local/unknown-runtime",
    `${stack.name}/${logicalId} runs on ${runtime}; the local stack runs Node functions only.`,
  );
}

function codeOf({ stack, logicalId, assetPath }: PlacedResource, key: string | undefined): string {
  const folder =
    assetPath === undefined
      ? stack.assets.get((key ?? "").replace(/\.zip$/, ""))
      : resolve(stack.directory, assetPath);
  if (folder !== undefined && existsSync(folder)) return folder;
  throw new LocalProblem(
    "local/no-bundle",
    `The code of ${stack.name}/${logicalId} is not in the assembly. ` +
      "Run: npm run build && npm run synth",
  );
}
