import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf } from "#support/a-browser";
import { consoleDay } from "#support/a-console-day";
import { barriersOn } from "#support/accessibility";

const day = consoleDay();
const id = "screening/mammogram";

async function at(member: string, path: string): Promise<Page> {
  const page = await day.pageOf(member);
  await page.goto(`${day.up.address}/#${path}`);
  await page.locator("h1").waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const editor = (page: Page) => page.getByRole("textbox", { name: "Text of campaign.yaml" });

/** At the end of the file, as with the keyboard. */
async function write(page: Page, words: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

async function say(page: Page, verb: string, why: string): Promise<void> {
  await button(page, verb).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Why" }).fill(why);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
}

const live = async () =>
  (await day.up.ask("care-manager", `/v1/campaigns/${id}`)) as {
    readonly version: number;
    readonly title: string;
  };

const draftOf = async (path: string) =>
  (await day.up.ask("care-manager", `/v1${path}`)) as {
    readonly texts: Readonly<Record<string, string>>;
  };

describe("a campaign that is changed by two people", () => {
  it("a care manager makes a mistake, sees its line, mends it and submits the draft", async () => {
    const page = await at("care-manager", `/campaigns/${id}`);
    const complaints = complaintsOf(page);
    await page.getByRole("link", { name: "Edit the draft" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("Mammogram made easy");
    await editor(page).getByText("title: Mammogram made easy").waitFor();

    await write(page, "ownr: us");
    const mistake = page.getByRole("button", { name: /campaign\.yaml, line \d+, column 1/ });
    await mistake.filter({ hasText: "Did you mean `owner`?" }).click();
    expect(await button(page, "Submit").isDisabled()).toBe(true);
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Delete");
    await page.getByText("0 errors").waitFor();

    await button(page, "Save").click();
    await page.getByText("All is saved").waitFor();
    await say(page, "Submit", "Plainer words.");
    await page.getByText("The draft waits for an approver.").waitFor();
    expect(await button(page, "Publish").count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect((await live()).version).toBe(1);
    // The form changed one line, and left the guidance that is cited where it was.
    const { texts } = await draftOf(`/campaigns/${id}/draft`);
    const before = readFileSync(`campaigns/${id}/campaign.yaml`, "utf8");
    const after = before.replace("Mammogram reminder", "Mammogram made easy");
    expect(texts["campaign.yaml"]?.trimEnd()).toBe(after.trimEnd());
  });

  it("an approver sees the difference and publishes it, and the history says so", async () => {
    const page = await at("approver", "/campaigns");
    const complaints = complaintsOf(page);
    await page
      .getByRole("row", { name: /Waits for an approver/ })
      .getByRole("link")
      .click();
    await page.locator("ins", { hasText: "title: Mammogram made easy" }).waitFor();
    await page.locator("del", { hasText: "title: Mammogram reminder" }).waitFor();
    expect(await editor(page).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await say(page, "Publish", "Read with Dr. Example.");

    await page.getByRole("heading", { name: "Version 2" }).waitFor();
    await page.getByText(/Asked for by care-manager@.*Plainer words\./).waitFor();
    await page.getByText(/Approved by approver@.*Read with Dr\. Example\./).waitFor();
    await button(page, "What changed").first().click();
    await page.locator("ins", { hasText: "title: Mammogram made easy" }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await live()).toMatchObject({ version: 2, title: "Mammogram made easy" });
  });

  it("two who write at once lose nothing: the second is told and says which goes on", async () => {
    const path = "/campaigns/lab-reminder/hba1c/draft";
    const [first, second] = [await at("care-manager", path), await at("care-manager", path)];
    await write(second, "# Mine.");
    await second.getByText("Not saved yet").waitFor();
    await write(first, "# Theirs.");
    await button(first, "Save").click();
    await first.getByText("All is saved").waitFor();

    await button(second, "Save").click();
    await second.getByText("The draft was changed while you were writing").waitFor();
    await editor(second).getByText("# Mine.").waitFor();
    await second.reload();
    await write(second, " Still here.");
    await editor(second).getByText("# Mine. Still here.").waitFor();
    expect(await barriersOn(second)).toEqual([]);
    await button(second, "Go on with mine").click();
    await button(second, "Save").click();
    await second.getByText("All is saved").waitFor();
    expect((await draftOf(path)).texts["campaign.yaml"]).toMatch(/# Mine\. Still here\.$/);
  });

  it("keys are completed from the schema, by keyboard", async () => {
    const page = await at("care-manager", "/campaigns/screening/made-up/draft");
    await write(page, "spo");
    await page.getByRole("option", { name: /sponsorApproval/ }).waitFor();
    // Whoever typed on is not taken at their word at once: the editor waits for a moment.
    await wait(200);
    await page.keyboard.press("Enter");
    await editor(page)
      .getByText(/^sponsor(Approval)?:/)
      .waitFor();
  });
});
