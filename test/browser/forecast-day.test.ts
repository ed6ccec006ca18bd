import { Command } from "commander";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { loadCampaign } from "#cli/campaign-files";
import { registerForecast } from "#cli/commands/forecast";
import { loadConcepts } from "#cli/concepts";
import { silence } from "#domain/forecast/behaviour";
import { beginForecast } from "#domain/forecast/forecast";
import { shippedPrices } from "#domain/forecast/prices";
import { type ForecastTable, tableOf } from "#domain/forecast/table";
import { complaintsOf } from "#support/a-browser";
import { consoleDay } from "#support/a-console-day";
import { barriersOn } from "#support/accessibility";
import { scriptedTerminal } from "#support/scripted-terminal";
import { day as dayIn } from "#support/subject";
import { tabTo } from "./tab-to.ts";

const day = consoleDay();
const on = "2026-12-01";
const days = 21;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const campaign = loadCampaign("lab-reminder/hba1c");

/** What the command says of the files that the clinic was made of. */
async function byCommand(): Promise<ForecastTable> {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride();
  registerForecast(program, terminal);
  const asked = ["--data", day.up.data, "--on", on, "--days", `${days}`, "--json"];
  await program.parseAsync(["forecast", campaign.id, ...asked], { from: "user" });
  return JSON.parse(terminal.printed());
}

/**
 * What the command's own code says of the people as the import left them: it has looked up which of
 * their phones take texts, and they may have had a test since.
 */
async function byHand(): Promise<ForecastTable> {
  const { clinic: organization, stores } = day.up.run;
  const stored = createFactStore(stores.table);
  const asked = { campaign, on: dayIn(on), days, prices: shippedPrices };
  const { concepts } = loadConcepts(undefined);
  const plan = { ...asked, concepts, organization, behaviour: silence };
  const forecasting = beginForecast(plan, { prices: shippedPrices, paces: {} });
  for (const patient of await day.up.patients()) {
    const profile = await stores.profiles.load(organization.id, patient);
    const kept = await stored.load(organization.id, patient);
    if (profile) forecasting.add({ profile, facts: kept?.facts ?? [] });
  }
  return tableOf(forecasting.finish(), { ...asked, answers: "silence", seed: 1 });
}

async function openForecast(): Promise<Page> {
  const page = await day.pageOf("care-manager");
  await page.getByRole("link", { name: "Campaigns", exact: true }).click();
  await page.getByRole("link", { name: "HbA1c reminder" }).click();
  await page.getByRole("link", { name: "Forecast", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Forecast of HbA1c/ }).waitFor();
  return page;
}

async function count(page: Page): Promise<void> {
  await button(page, "Count").click();
  await page.getByText(/^All \d+ patients of the clinic were counted/).waitFor();
}

/** The cells of a table, row by row. */
async function cellsOf(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  const rows = page.getByRole("table", { name, exact: true }).locator("tbody tr");
  return Promise.all((await rows.all()).map((row) => row.locator("th, td").allInnerTexts()));
}

const numbers = (rows: readonly (readonly string[])[], ...columns: readonly number[]) =>
  rows.map((row) => columns.map((column) => Number(row[column]?.replaceAll(",", ""))));

describe("a care manager who forecasts", () => {
  it("reads the numbers that the command says of the same people", async () => {
    const page = await openForecast();
    const complaints = complaintsOf(page);
    await page.getByLabel("First day").fill(on);
    await page.getByRole("textbox", { name: "Days", exact: true }).fill(`${days}`);
    await page.getByRole("button", { name: /^Begins/ }).click();
    await page.getByRole("option", { name: "as if nobody had been contacted yet" }).click();
    await count(page);

    const [table, ofFiles] = [await byHand(), await byCommand()];
    expect(table.audience.entered).toBeGreaterThan(0);
    expect(table.patients).toBe(ofFiles.patients);
    // Whoever had the test in the days that were lived is in the audience no more.
    expect(table.audience.patients).toBeLessThanOrEqual(ofFiles.audience.patients);
    const shown = await page.getByText(`All ${table.patients} patients of the clinic`).count();
    expect(shown).toBe(1);
    expect(numbers(await cellsOf(page, "Who enters, by day"), 1)).toEqual(
      table.entering.map(({ enrollments }) => [enrollments]),
    );
    expect(numbers(await cellsOf(page, "Contacts, by day and channel"), 3, 4, 5)).toEqual(
      table.perDay.map(({ touches, notices, units }) => [touches, notices, units]),
    );
    expect(numbers(await cellsOf(page, "Work for agents, by day"), 2, 3)).toEqual(
      table.tasks.map(({ tasks, minutes }) => [tasks, minutes]),
    );
    const keptOut = await cellsOf(page, "In the audience and not in the campaign, and why");
    expect(numbers(keptOut, 1)).toEqual(table.audience.keptOut.map((row) => [row.count]));
    const quantities = numbers(await cellsOf(page, "Cost"), 1).slice(0, -1);
    expect(quantities).toEqual(table.cost.lines.map(({ quantity }) => [quantity]));
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("begins from where everybody stands, and counts those who are in it already", async () => {
    const page = await openForecast();
    await count(page);
    const midway = page.locator("dt, dd, div").filter({ hasText: /^In it already$/ });
    await midway.first().waitFor();
    const reasons = await cellsOf(page, "In the audience and not in the campaign, and why");
    expect(reasons.map(([reason]) => reason)).toContain("in it already");
  });

  it("needs no mouse", async () => {
    const page = await openForecast();
    await tabTo(page, /^Count/);
    await page.keyboard.press("Enter");
    await page.getByText(/^All \d+ patients of the clinic were counted/).waitFor();
    await tabTo(page, /^Cost$/);
  });
});
