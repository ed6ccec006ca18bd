import * as z from "zod";
import type { Deployment } from "./deployment.ts";

const ScheduleProperties = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.string().default("ENABLED"),
  Target: z.looseObject({
    Arn: z.string(),
    RoleArn: z.string(),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
    Input: z.string().optional(),
  }),
});

const RuleTarget = z.looseObject({
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .looseObject({
      InputPathsMap: z.record(z.string(), z.string()).default({}),
      InputTemplate: z.string(),
    })
    .optional(),
});

const RuleProperties = z.looseObject({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default("ENABLED"),
  Targets: z.array(RuleTarget).default([]),
});

/** Something that starts work at times: EventBridge Scheduler's, or a rule's. */
export interface SchedulePlan {
  readonly name: string;
  /** `rate(…)`, `cron(…)` or `at(…)`. */
  readonly expression: string;
  readonly zone: string;
  readonly targetArn: string;
  /** ARN of the role in which the target is started; a rule has none. */
  readonly role: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly input: string | undefined;
}

export type TargetPlan = z.infer<typeof RuleTarget>;

/** Something that starts work when an event matches. */
export interface RulePlan {
  readonly name: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly TargetPlan[];
}

export function readSchedules(deployment: Deployment): readonly SchedulePlan[] {
  const scheduler = deployment.ofType("AWS::Scheduler::Schedule").flatMap((resource) => {
    const { Target, State, ...rest } = deployment.properties(resource, ScheduleProperties);
    if (State !== "ENABLED") return [];
    return [
      {
        name: resource.name,
        expression: rest.ScheduleExpression,
        zone: rest.ScheduleExpressionTimezone,
        targetArn: Target.Arn,
        role: Target.RoleArn,
        deadLetterArn: Target.DeadLetterConfig?.Arn,
        input: Target.Input,
      },
    ];
  });
  const rules = deployment.ofType("AWS::Events::Rule").flatMap((resource) => {
    const properties = deployment.properties(resource, RuleProperties);
    const { ScheduleExpression: expression } = properties;
    if (properties.State !== "ENABLED" || expression === undefined) return [];
    return properties.Targets.map(({ Arn, Input }) => ({
      name: resource.name,
      expression,
      zone: "UTC",
      targetArn: Arn,
      role: undefined,
      deadLetterArn: undefined,
      input: Input,
    }));
  });
  return [...scheduler, ...rules];
}

export function readRules(deployment: Deployment): readonly RulePlan[] {
  return deployment.ofType("AWS::Events::Rule").flatMap((resource) => {
    const { EventPattern, State, Targets } = deployment.properties(resource, RuleProperties);
    if (EventPattern === undefined || State !== "ENABLED") return [];
    return [{ name: resource.name, pattern: EventPattern, targets: Targets }];
  });
}
