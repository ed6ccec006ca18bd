import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack, Validations } from "aws-cdk-lib";
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
  it.each(environments)(
    "finds nothing wrong with $name, by CloudFormation's rules and the rule packs",
    (environment) => {
      const app = newApp();
      new RegionStage(app, environment, () => Code.fromInline("// not run"));
      addChecks(app);
      expect(() => app.synth()).not.toThrow();
    },
    // Every resource is held against every rule of four packs, and the first time they are read.
    240_000,
  );

  it("stops at a value that CloudFormation would refuse", () => {
    const app = newApp();
    new CfnQueue(new Stack(app, "broken"), "queue", { visibilityTimeout: 999_999 });
    expect(() => app.synth()).toThrow(/999999/);
  });

  it("stops at a bucket that breaks a rule pack", () => {
    const app = newApp();
    new Bucket(new Stack(app, "open"), "bucket");
    addChecks(app);
    expect(() => app.synth()).toThrow(/S3BucketVersioningEnabled[\s\S]*Rounds-BucketIsClosed/);
  });
});

describe("a finding that is accepted", () => {
  const reasons = environments.flatMap((environment) =>
    new RegionStage(newApp(), environment, () => Code.fromInline("// not run")).node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.entries(data as Record<string, string>)),
      ),
  );

  it("says why, in words that a reader can judge", () => {
    expect(reasons.length).toBeGreaterThan(100);
    const bare = reasons.filter(([, reason]) => reason.trim().length < 20 || !/\s/.test(reason));
    expect(bare).toEqual([]);
  });

  it("is one finding, never a whole rule pack", () => {
    expect(reasons.filter(([id]) => !/-[A-Za-z0-9]+(\[.+\])?$/.test(id))).toEqual([]);
  });
});
