import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf, openPage, type Seen, startBrowser } from "#support/a-browser";
import { consoleDay } from "#support/a-console-day";
import { barriersOn } from "#support/accessibility";

/** Nobody was texted yet: the first text is the newcomer's to wait for. */
const day = consoleDay(0);

const strip = (page: Page) => page.getByRole("complementary", { name: /^(Clock|Reloj)/ });
const button = (page: Page, name: string | RegExp) => strip(page).getByRole("button", { name });
const slow = { timeout: 90_000, interval: 250 };

/** What the strip says of the last step, once the stack is there. */
async function step(page: Page, name: string): Promise<string> {
  await button(page, name).click();
  const outcome = strip(page).locator(".strip-outcome");
  await expect.poll(() => outcome.innerText(), slow).toMatch(/^(By|Nothing)/);
  return outcome.innerText();
}

/** Steps until a text leaves; holidays and nights bring none. */
async function stepToText(page: Page): Promise<void> {
  for (let days = 0; days < 20; days += 1) {
    if (/\d texts?/.test(await step(page, "1 day on"))) return;
  }
  throw new Error("No text left in twenty days.");
}

const timeOf = (page: Page) => strip(page).locator(".strip-time time").getAttribute("datetime");

describe("a newcomer at npm start", () => {
  it("lets time stand still, jump and hurry", async () => {
    const page = await day.pageOf("agent");
    await button(page, "Pause").click();
    await strip(page).getByText("Paused").waitFor();
    const paused = Date.parse((await timeOf(page)) ?? "");
    await step(page, "1 hour on");
    await expect
      .poll(async () => Date.parse((await timeOf(page)) ?? ""), slow)
      .toBe(paused + 60 * 60_000);
    await strip(page).getByLabel("Speed").selectOption({ label: "10 minutes a second" });
    await button(page, "Pause").waitFor();
    const hurried = async () => Date.parse((await timeOf(page)) ?? "") - paused;
    await expect.poll(hurried, slow).toBeGreaterThan(90 * 60_000);
    await strip(page).getByLabel("Speed").selectOption({ label: "Real time" });
  });

  it("reads what a phone got, answers as the patient, and sees the escalation come and go", async () => {
    const page = await day.pageOf("agent");
    const complaints = complaintsOf(page);
    await button(page, "Pause").click();
    await button(page, /^Phones/).click();
    await strip(page).getByText("No phone got a text yet.").waitFor();
    await stepToText(page);
    const card = strip(page).locator(".strip-phone", { hasText: "Clinic:" }).first();
    await card.click();
    const talk = strip(page).getByRole("region", { name: /^Phone of/ });
    await talk.getByRole("log").getByText(/STOP/).first().waitFor();

    const flags = page.locator("#screen").getByText("what may be an emergency");
    const before = await flags.count();
    await talk.getByLabel(/^Answer as/).fill("my chest hurts");
    await talk.getByRole("button", { name: "Send" }).click();
    await talk.getByRole("log").getByText("my chest hurts").waitFor();
    await button(page, "Go on").click();
    await expect.poll(() => flags.count(), slow).toBe(before + 1);
    // What is answered at once leaves within the minute, which nobody needs to wait for.
    await step(page, "To the next event");
    await talk.getByRole("log").getByText(/911/).first().waitFor();

    await button(page, /^Phones/).click();
    const task = page.getByRole("link", { name: /what may be an emergency/ });
    await task.last().click();
    await page.locator("mark", { hasText: /chest/ }).first().waitFor();
    await page.getByRole("button", { name: "Claim", exact: true }).click();
    await page.getByText("Yours since").waitFor();
    await page.getByRole("radio", { name: /^Resolved/ }).check();
    await page.getByRole("button", { name: "Close the task", exact: true }).click();
    await page.getByText("The task is closed.").waitFor();
    await expect.poll(() => flags.count(), slow).toBe(before);
    expect(complaints).toEqual([]);
  });

  it("needs no mouse to answer", async () => {
    const page = await day.pageOf("agent");
    await button(page, /^Phones/).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const field = strip(page).getByLabel(/^Answer as/);
    await field.waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await page.evaluate("document.activeElement.type")) === "text") break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("gracias por avisarme");
    await page.keyboard.press("Enter");
    await strip(page).getByRole("log").getByText("gracias por avisarme").waitFor();
    expect(await field.inputValue()).toBe("");
  });
});

describe.each<Seen>([
  { language: "en", look: "light", width: 1280 },
  { language: "es", look: "dark", width: 390 },
])("in $language, $look, $width pixels wide", (seen) => {
  it("the open strip stands in nobody's way, fits, and breaks no rule of the page's policy", async () => {
    const browser = await startBrowser();
    try {
      const page = await openPage(browser, seen);
      const complaints = complaintsOf(page);
      await day.up.signIn(page, "agent");
      await button(page, /^(Phones|Teléfonos)/).click();
      await strip(page).locator(".strip-phone").first().click();
      await strip(page).getByRole("log").waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
