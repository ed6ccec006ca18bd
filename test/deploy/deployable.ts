import { loadAssembly, type StackTemplate } from "#local/template/assembly";

/**
 * Kinds of resources that the emulator cannot make, each for a reason. A stack that holds one is
 * not deployed here, so such kinds live in stacks of their own.
 */
const unknownToEmulator: Readonly<Record<string, string>> = {
  "AWS::Connect::": "Connect is not in the emulator; local/outside plays its API.",
  "AWS::SMSVOICE::": "End User Messaging is not in the emulator; local/outside plays its API.",
};

/**
 * Kinds that the emulator does not know either, in a stack that is deployed all the same without
 * them: the look of the sign-in, what it does about risky ones, and the firewall's log.
 */
export const leftOut: readonly string[] = [
  "AWS::Cognito::ManagedLoginBranding",
  "AWS::Cognito::UserPoolRiskConfigurationAttachment",
  "AWS::WAFv2::LoggingConfiguration",
];

/** A stack of a stage, as synthesized. */
export interface StageStack {
  readonly name: string;
  /** As the CDK's command is told of it: `east/data`. */
  readonly id: string;
  /** Logical ids of all that it makes, sorted. */
  readonly resources: readonly string[];
  /** What keeps it from being deployed here, if anything does. */
  readonly obstacle: string | undefined;
}

/** All stacks of a stage. */
export function stacksOf(assembly: string, stage: string): readonly StageStack[] {
  return loadAssembly(assembly, stage).map((stack) => ({
    name: stack.name,
    id: `${stage}/${stack.name.replace(`rounds-${stage}-`, "")}`,
    resources: Object.keys(stack.template.Resources).toSorted(),
    obstacle: obstacleOf(stack),
  }));
}

const noMetricMath = "Alarms over several metrics are not in the emulator.";

function obstacleOf({ template }: StackTemplate): string | undefined {
  const resources = Object.values(template.Resources);
  const types = resources.map(({ Type }) => Type);
  const hasMath = resources.some(
    ({ Type, Properties }) => Type === "AWS::CloudWatch::Alarm" && "Metrics" in Object(Properties),
  );
  if (hasMath) return noMetricMath;
  const found = Object.entries(unknownToEmulator).find(([kind]) =>
    types.some((type) => type.startsWith(kind)),
  );
  return found?.[1];
}
