import * as z from "zod";
import { type Deployment, Flag, Whole } from "./deployment.ts";
import { isDeploymentHelper } from "./kinds.ts";

const MappingProperties = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: Whole.optional(),
  Enabled: Flag.default(true),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z
    .looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })) })
    .optional(),
  ScalingConfig: z.looseObject({ MaximumConcurrency: Whole.optional() }).optional(),
  BisectBatchOnFunctionError: Flag.default(false),
  MaximumRetryAttempts: Whole.default(-1),
  MaximumRecordAgeInSeconds: Whole.default(-1),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
});

/** What couples a queue or a stream to a function. */
export interface MappingPlan {
  /** Unique in the assembly, and the order in which the virtual clock serves mappings. */
  readonly id: string;
  readonly sourceArn: string;
  /** Name or ARN. */
  readonly function: string;
  readonly batchSize: number | undefined;
  readonly reportsItemFailures: boolean;
  readonly patterns: readonly unknown[];
  readonly concurrencyMax: number | undefined;
  readonly bisects: boolean;
  /** Streams only; infinite for -1, which AWS documents as the default. */
  readonly retriesMax: number;
  readonly recordAgeMaxMs: number;
  readonly onFailureArn: string | undefined;
}

/** A DynamoDB stream keeps its records for 24 hours (DynamoDB guide, Change data capture). */
const streamRetentionMs = 24 * 3_600_000;

export function readMappings(deployment: Deployment): readonly MappingPlan[] {
  return deployment
    .ofType("AWS::Lambda::EventSourceMapping")
    .filter((resource) => !isDeploymentHelper(resource))
    .flatMap((resource) => {
      const properties = deployment.properties(resource, MappingProperties);
      if (!properties.Enabled) return [];
      const retries = properties.MaximumRetryAttempts;
      const age = properties.MaximumRecordAgeInSeconds;
      return [
        {
          id: `${resource.stack.name}/${resource.logicalId}`,
          sourceArn: properties.EventSourceArn,
          function: properties.FunctionName,
          batchSize: properties.BatchSize,
          reportsItemFailures: properties.FunctionResponseTypes.includes("ReportBatchItemFailures"),
          patterns: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) =>
            JSON.parse(Pattern),
          ),
          concurrencyMax: properties.ScalingConfig?.MaximumConcurrency,
          bisects: properties.BisectBatchOnFunctionError,
          retriesMax: retries < 0 ? Number.POSITIVE_INFINITY : retries,
          recordAgeMaxMs: age < 0 ? streamRetentionMs : Math.min(age * 1_000, streamRetentionMs),
          onFailureArn: properties.DestinationConfig?.OnFailure?.Destination,
        },
      ];
    });
}
