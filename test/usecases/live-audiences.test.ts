import { describe, expect, it } from "vitest";
import { campaign } from "#support/a-campaign";
import { importRegion } from "#support/import-region";
import { onLiveAudiences } from "#usecases/live-audiences";
import { StaleRecord } from "../../shared/errors.ts";

const within = (days: number) =>
  campaign({
    id: "lab-reminder/hba1c",
    audience: { none: { of: "hba1c", within: `${days} days` } },
    goal: { any: "hba1c" },
  });

/** Work that notes the versions it was given, and does something of its own the first time. */
function work(first: () => Promise<unknown>) {
  const versions: (readonly number[])[] = [];
  return {
    versions,
    run: async ({ campaigns }: { readonly campaigns: readonly { readonly version: number }[] }) => {
      versions.push(campaigns.map(({ version }) => version));
      if (versions.length === 1) await first();
    },
  };
}

describe("work on the live audiences", () => {
  it("is done once while they stay", async () => {
    const region = await importRegion();
    const { run, versions } = work(async () => undefined);
    await onLiveAudiences(region, "oak", run);
    expect(versions).toEqual([[1]]);
  });

  it("is done again when others were made live meanwhile", async () => {
    const region = await importRegion();
    const { run, versions } = work(() => region.campaigns.publish("oak", within(30)));
    await onLiveAudiences(region, "oak", run);
    expect(versions).toEqual([[1], [2]]);
  });

  it("looks at what is live afterwards without reading a version twice", async () => {
    const region = await importRegion();
    const read: number[] = [];
    const campaigns: typeof region.campaigns = {
      ...region.campaigns,
      version: (organization, id, version) => {
        read.push(version);
        return region.campaigns.version(organization, id, version);
      },
    };
    const { run } = work(() => region.campaigns.publish("oak", within(30)));
    await onLiveAudiences({ ...region, campaigns }, "oak", run);
    expect(read).toEqual([1, 2]);
  });

  it("is done again on the new ones though it failed on the old", async () => {
    const region = await importRegion();
    const { run, versions } = work(async () => {
      await region.campaigns.publish("oak", within(30));
      throw new StaleRecord();
    });
    await onLiveAudiences(region, "oak", run);
    expect(versions).toEqual([[1], [2]]);
  });

  it("fails when it failed on what is still live", async () => {
    const region = await importRegion();
    const { run, versions } = work(async () => {
      throw new StaleRecord();
    });
    await expect(onLiveAudiences(region, "oak", run)).rejects.toThrow(StaleRecord);
    expect(versions).toEqual([[1]]);
  });
});
