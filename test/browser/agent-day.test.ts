import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf } from "#support/a-browser";
import type { MobilePatient } from "#support/a-console";
import { consoleDay } from "#support/a-console-day";
import { taskOf } from "./pages.ts";
import { tabTo } from "./tab-to.ts";

const day = consoleDay();

let next = 0;
/** Somebody of whom no other test has told. */
function somebody(): MobilePatient {
  const found = day.up.mobile[next++];
  if (found === undefined) throw new Error("Too few patients have a phone.");
  return found;
}

/** A red flag of somebody, and its task once it is before agents. */
async function redFlag(words = "I have chest pain and I cannot breathe") {
  const patient = somebody();
  await day.up.hear(patient, words);
  return { patient, path: `/worklist/${await taskOf(day.up, patient.patient)}` };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function openTask(page: Page, path: string): Promise<void> {
  await page.goto(`${day.up.address}/#${path}`);
  await button(page, "Claim").waitFor();
}

describe("an agent's day", () => {
  it("begins at the worklist, and a red flag arrives while they look at it", async () => {
    const page = await day.pageOf("agent");
    const complaints = complaintsOf(page);
    await page.getByRole("heading", { level: 1, name: /Worklist/ }).waitFor();
    const before = await page.getByText("what may be an emergency").count();
    await day.up.hear(somebody(), "I have chest pain and I cannot breathe");
    await expect
      .poll(() => page.getByText("what may be an emergency").count(), slow)
      .toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  it("is claiming it, reading why, writing down what was done, and closing it", async () => {
    const { patient, path } = await redFlag();
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await page.getByText("no campaign contacts this patient until").waitFor();
    expect(await page.locator("mark").allTextContents()).not.toEqual([]);
    await button(page, "Claim").click();
    await page.getByText("Yours since").waitFor();
    await page.getByLabel("New note").fill("Called. An ambulance is on its way.");
    await page.getByRole("radio", { name: /^Resolved/ }).check();
    await button(page, "Close the task").click();
    await page.getByText("The task is closed.").waitFor();
    await page.waitForURL(/#\/worklist$/);

    await page.goto(`${day.up.address}/#${path}`);
    await page.getByText("This task is closed.").waitFor();
    await page.getByText("An ambulance is on its way.").waitFor();
    await page.goto(`${day.up.address}/#/patients/${patient.patient}`);
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    expect(await page.getByRole("heading", { name: "Open tasks" }).count()).toBe(0);
  });

  it("is told who was faster when two reach for one task", async () => {
    const { path } = await redFlag();
    const [one, other] = [await day.pageOf("agent"), await day.pageOf("second-agent")];
    for (const page of [one, other]) await openTask(page, path);
    await Promise.all([one, other].map((page) => button(page, "Claim").click()));
    const mine = (page: Page) => page.getByText("Yours since").count();
    const theirs = (page: Page) => page.getByText("-clinic.example was faster").count();
    const both = async (count: typeof mine) => (await count(one)) + (await count(other));
    await expect.poll(() => both(mine), slow).toBe(1);
    await expect.poll(() => both(theirs), slow).toBe(1);
  });

  it("hands a task to a colleague, who finds it among theirs", async () => {
    const { path } = await redFlag();
    const colleague = await day.pageOf("second-agent");
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await button(page, "Claim").click();
    await button(page, "Hand over").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /Colleague/ }).click();
    await page.getByRole("option", { name: /second-agent/ }).click();
    await dialog.getByRole("button", { name: "Hand over", exact: true }).click();
    await page.getByText("Handed over to second-agent").waitFor();
    await colleague.goto(`${day.up.address}/#${path}`);
    await colleague.getByText("Yours since").waitFor();
  });

  it("stops everything with one click when the patient says so, and what shows it is kept", async () => {
    const { patient, path } = await redFlag();
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await button(page, "Claim").click();
    await page.getByText("Yours since").waitFor();
    await button(page, "Stop everything").click();
    await page.locator("li", { hasText: "asked on a call that nothing be sent" }).waitFor();
    await page.goto(`${day.up.address}/#/patients/${patient.patient}`);
    const table = page.getByRole("table", { name: "What is permitted now" });
    await table.waitFor();
    expect(await table.getByText("yes").count()).toBe(0);
    await page.getByText("Taken back: everything").first().waitFor();
  });
});

describe("when the connection drops", () => {
  it("a note waits, is sent once there is one, and is one note", async () => {
    const { path } = await redFlag();
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await button(page, "Claim").click();
    await page.getByText("Yours since").waitFor();
    await page.context().setOffline(true);
    await page.getByLabel("New note").fill("No answer, I try again at five.");
    await button(page, "Save note").click();
    await page.getByText("There is no connection.").waitFor();
    expect(await page.getByLabel("New note").inputValue()).toContain("at five");
    await page.context().setOffline(false);
    await expect.poll(() => page.getByLabel("New note").inputValue(), slow).toBe("");
    expect(await page.locator("li", { hasText: "at five" }).count()).toBe(1);
  });

  it("a note whose answer was lost is asked again, and is one note", async () => {
    const { path } = await redFlag();
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await button(page, "Claim").click();
    await page.getByText("Yours since").waitFor();
    let tries = 0;
    await page.route("**/notes", async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      // It reached the API; the way back broke.
      await route.fetch();
      return route.abort("connectionreset");
    });
    await page.getByLabel("New note").fill("Left word with her daughter.");
    await button(page, "Save note").click();
    await expect.poll(() => page.getByLabel("New note").inputValue(), slow).toBe("");
    expect(tries).toBe(2);
    expect(await page.locator("li", { hasText: "her daughter" }).count()).toBe(1);
  });

  it("words that were not saved are there after a new sign-in, on the same page", async () => {
    const { path } = await redFlag();
    const page = await day.pageOf("agent");
    await openTask(page, path);
    await page.getByLabel("New note").fill("Half a sentence");
    await page.route("**/v1/**", (route) => route.fulfill({ status: 401, body: "{}" }));
    await page.getByText("Your session has ended.").waitFor();
    await page.unroute("**/v1/**");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: /^agent@/ }).click();
    expect(await page.getByLabel("New note").inputValue()).toBe("Half a sentence");
    expect(page.url()).toContain(`#${path}`);
  });
});

describe("without a mouse", () => {
  it("a task is found, claimed, written about and closed", async () => {
    const { path } = await redFlag();
    const page = await day.freshPage();
    await page.goto(`${day.up.address}/#${path}`);
    await tabTo(page, /^Sign in/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/authorize/);
    await tabTo(page, /^agent@/);
    await page.keyboard.press("Enter");
    await button(page, "Claim").waitFor();
    await tabTo(page, /^Claim/);
    await page.keyboard.press("Enter");
    await page.getByText("Yours since").waitFor();
    await tabTo(page, /^TEXTAREA/);
    await page.keyboard.type("Spoke to the patient.");
    await tabTo(page, /^RADIO/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Close the task/);
    await page.keyboard.press("Enter");
    await page.getByText("The task is closed.").waitFor();
  });
});

const slow = { timeout: 40_000, interval: 250 };
