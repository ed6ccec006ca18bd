import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf } from "#support/a-browser";
import { consoleDay } from "#support/a-console-day";

const day = consoleDay();

async function atTheSwitches(member: string): Promise<Page> {
  const page = await day.pageOf(member);
  await page.goto(`${day.up.address}/#/switches`);
  await page.getByRole("heading", { level: 1, name: "Switches" }).waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function press(page: Page, verb: string, what: string): Promise<void> {
  await button(page, `${verb}: ${what}`).click();
  await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
}

const halted = async () =>
  (
    (await day.up.ask("operator", "/v1/switches")) as { halts: readonly { what: string }[] }
  ).halts.map(({ what }) => what);

describe("the night on which something is wrong", () => {
  it("a care manager stops texts, and an operator lets them go on", async () => {
    const manager = await atTheSwitches("care-manager");
    await press(manager, "Stop", "Texts");
    await manager.getByText(/Stopped by a person since/).waitFor();
    expect(await halted()).toEqual(["sms"]);
    expect(await button(manager, "Let go on: Texts").count()).toBe(0);

    const operator = await atTheSwitches("operator");
    const complaints = complaintsOf(operator);
    await press(operator, "Let go on", "Texts");
    await button(operator, "Stop: Texts").waitFor();
    expect(await halted()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("a click too many stops nothing", async () => {
    const operator = await atTheSwitches("operator");
    await button(operator, "Stop: All contacts").click();
    await operator.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    expect(await halted()).toEqual([]);
  });

  it("a campaign is paused, and taken up again", async () => {
    const operator = await atTheSwitches("operator");
    const title = await operator.getByRole("rowheader").first().innerText();
    await press(operator, "Pause", title);
    await button(operator, `Take up again: ${title}`).waitFor();
    await press(operator, "Take up again", title);
    await button(operator, `Pause: ${title}`).waitFor();
  });
});
