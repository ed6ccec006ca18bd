import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, openPage, startBrowser } from "#support/a-browser";
import { type ConsoleUp, openClinicConsole } from "#support/a-console";
import { barriersOn } from "#support/accessibility";
import { type ConsolePage, looks, pagesOf } from "./pages.ts";

let up: ConsoleUp;
let browser: Browser;
let pages: readonly ConsolePage[];

beforeAll(async () => {
  up = await openClinicConsole();
  browser = await startBrowser();
  pages = await pagesOf(up);
});
afterAll(async () => {
  await browser?.close();
  await up?.close();
});

describe.each(looks)("in $language, $look, $width pixels wide", (seen) => {
  it("the start page stands in nobody's way", async () => {
    const page = await openPage(browser, seen);
    const complaints = complaintsOf(page);
    await page.goto(up.address);
    await page.getByRole("button", { name: /Sign in|Iniciar sesión/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("every page stands in nobody's way, fits, and breaks no rule of its policy", async () => {
    for (const [member, paths] of Map.groupBy(pages, (one) => one.member)) {
      const page = await openPage(browser, seen);
      const complaints = complaintsOf(page);
      await up.signIn(page, member);
      for (const { path } of paths) {
        await page.goto(`${up.address}/#${path}`);
        await page.locator("h1").waitFor();
        expect(await barriersOn(page), path).toEqual([]);
        const isWider = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        expect(isWider, path).toBe(false);
        expect(complaints, path).toEqual([]);
      }
      await page.context().close();
    }
  });
});
