import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf } from "#support/a-browser";
import { consoleDay } from "#support/a-console-day";
import { barriersOn } from "#support/accessibility";
import { tabTo } from "./tab-to.ts";

const day = consoleDay();

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const told = (page: Page, kind: string) => page.locator(`[data-told="${kind}"]`);

/** From the list of campaigns to the preview, as a care manager goes. */
async function openPreview(): Promise<Page> {
  const page = await day.pageOf("care-manager");
  await page.getByRole("link", { name: "Campaigns", exact: true }).click();
  await page.getByRole("link", { name: "Mammogram reminder" }).click();
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Preview of Mammogram/ }).waitFor();
  // A Monday on which the clinic is open.
  await page.getByLabel("First day").fill("2026-11-30");
  await button(page, "Show").click();
  await told(page, "sent").waitFor();
  return page;
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel("Answer as the patient").fill(words);
  await page.keyboard.press("Enter");
  await told(page, "said").last().getByText(words).waitFor();
}

describe("a care manager who looks ahead", () => {
  it("walks somebody made up to their booking, and takes an answer back", async () => {
    const page = await openPreview();
    const complaints = complaintsOf(page);
    await told(page, "sent").getByText("Reply 1").waitFor();
    await page.getByRole("button", { name: /^Answer 1: wants-booking/ }).click();
    await told(page, "task").getByText("A task for scheduling").waitFor();
    await button(page, "The agent resolves the task").click();
    await told(page, "task-closed").waitFor();
    await button(page, "Let time pass until something happens").click();
    await told(page, "ended").getByText("booked").waitFor();
    expect(await barriersOn(page)).toEqual([]);

    await button(page, "From the start").click();
    await told(page, "ended").waitFor({ state: "detached" });
    await say(page, "STOP");
    await told(page, "opted-out").waitFor();
    await button(page, "Take the last one back").click();
    await told(page, "opted-out").waitFor({ state: "detached" });
    await say(page, "my chest hurts");
    await told(page, "task").getByText("A task for nurse").waitFor();
    expect(complaints).toEqual([]);
  });

  it("sees a Spanish text, and why nothing is sent to somebody whom it is not for", async () => {
    const page = await openPreview();
    await page.getByRole("button", { name: /^Speaks/ }).click();
    await page.getByRole("option", { name: "Spanish" }).click();
    await button(page, "Show").click();
    await told(page, "sent").getByText("le toca un examen de salud").waitFor();
    await page.getByRole("textbox", { name: "Age", exact: true }).fill("30");
    await page.getByRole("checkbox", { name: "Even if the audience does not hold" }).uncheck();
    await button(page, "Show").click();
    await page.getByText("Not yet: from").waitFor();
    // Ten years on, nobody has reviewed the campaign again.
    await told(page, "kept-out").getByText("clinical review is past").waitFor();
  });

  it("walks one of the clinic's patients from where they are, and it is noted", async () => {
    const [patient] = day.up.mobile;
    if (patient === undefined) throw new Error("Nobody of the clinic has a phone.");
    const page = await openPreview();
    await page.getByText("A patient of the clinic").click();
    await page.getByLabel("The patient's identifier").fill(patient.patient);
    await page.getByLabel("First day").fill(new Date().toISOString().slice(0, 10));
    await button(page, "Show").click();
    await page.getByText("Times are the patient's own").waitFor();
    await button(page, "Next day").click();
    const noted = async () =>
      (
        (await day.up.ask("administrator", `/v1/patients/${patient.patient}/views`)) as {
          readonly views: readonly { readonly route: string }[];
        }
      ).views.map(({ route }) => route);
    await expect.poll(noted).toContain("POST /v1/patients/{patient}/preview");
  });

  it("needs no mouse", async () => {
    const page = await openPreview();
    await tabTo(page, /^Next day/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^INPUT/);
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await told(page, "answered").getByText("wants-call").waitFor();
  });
});
