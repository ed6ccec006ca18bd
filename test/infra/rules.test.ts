import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { environments } from "#infra/environments";
import { addChecks } from "#infra/nag";
import { RegionStage } from "#infra/region-stage";
import { settings } from "#infra/settings";

let outdir: string;
const newApp = () => new App({ outdir, postCliContext: settings(), analyticsReporting: false });

// The report of a broken rule goes to stderr, where it would read like a failure of this test.
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "rounds-rules-"));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

describe("synthesis with validation", () => {
  it("finds nothing wrong with any environment, by CloudFormation's rules and the rule packs", () => {
    const app = newApp();
    for (const environment of environments) {
      new RegionStage(app, environment, () => Code.fromInline("// not run"));
    }
    addChecks(app);
    expect(() => app.synth()).not.toThrow();
    // Every stack of every region, against three packs: much for a machine that does other work.
  }, 120_000);

  it("stops at a value that CloudFormation would refuse", () => {
    const app = newApp();
    new CfnQueue(new Stack(app, "broken"), "queue", { visibilityTimeout: 999_999 });
    expect(() => app.synth()).toThrow(/999999/);
  });

  it("stops at a bucket that breaks a rule pack", () => {
    const app = newApp();
    new Bucket(new Stack(app, "open"), "bucket");
    addChecks(app);
    expect(() => app.synth()).toThrow(/S3BucketVersioningEnabled/);
  });
});
