import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Accepts findings of a rule pack on this construct and below, each for a reason of its own. */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const validations = Validations.of(scope);
  for (const [id, reason] of Object.entries(reasons)) validations.acknowledge({ id, reason });
}
