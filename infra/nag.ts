import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, HIPAASecurityChecks, ServerlessChecks } from "cdk-nag";
import { RoundsChecks } from "./rules/rounds-checks.ts";

/** The rule packs that every deployment must satisfy, or say why not (`acknowledge`). */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app),
    new HIPAASecurityChecks(app),
    new ServerlessChecks(app),
    new RoundsChecks(),
  );
}
