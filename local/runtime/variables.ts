import { cpus } from "node:os";
import { localRegion } from "../engines/fauxqs.ts";
import type { LocalEndpoints } from "../local-stack.ts";
import type { FunctionPlan } from "../template/functions.ts";

/** The SDK finds each engine by these; functions hold no local branch. */
export function endpointVariables(endpoints: LocalEndpoints): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SESV2: endpoints.sesv2,
  };
}

/**
 * The id of the access key that a function signs with: it tells the gate who calls. DynamoDB's
 * engines take letters and digits only.
 */
export function accessKeyOf(functionName: string): string {
  return functionName.replaceAll(/[^A-Za-z0-9]/g, "");
}

/** What Lambda sets in every environment (Lambda guide, "Defined runtime environment variables"). */
export function functionVariables(
  plan: FunctionPlan,
  endpoints: Readonly<Record<string, string>>,
  compileCache: string,
): Record<string, string> {
  const { PATH = "", HOME = "/tmp", TMPDIR = "/tmp" } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR, TZ: ":UTC", LANG: "en_US.UTF-8" },
    ...plan.variables,
    ...endpoints,
    _HANDLER: plan.handler,
    LAMBDA_TASK_ROOT: plan.code,
    AWS_REGION: localRegion,
    AWS_DEFAULT_REGION: localRegion,
    AWS_ACCESS_KEY_ID: accessKeyOf(plan.name),
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    AWS_LAMBDA_LOG_FORMAT: "JSON",
    AWS_LAMBDA_LOG_LEVEL: "INFO",
    // Bundles are the same at every start: compiled once, loaded in half the time.
    NODE_COMPILE_CACHE: compileCache,
    // One invocation at a time on few cores: more threads only take memory.
    UV_THREADPOOL_SIZE: String(Math.min(4, cpus().length)),
  };
}
