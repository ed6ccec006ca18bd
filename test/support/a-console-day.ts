import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openPage, startBrowser } from "./a-browser.ts";
import { type ConsoleUp, openClinicConsole } from "./a-console.ts";

/** A clinic's console for the tests of one file, each with pages of its own. */
export function consoleDay(daysBefore?: number) {
  const open: Page[] = [];
  let up: ConsoleUp;
  let browser: Browser;
  beforeAll(async () => {
    up = await openClinicConsole(daysBefore);
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await up?.close();
  });
  const freshPage = async (): Promise<Page> => {
    const page = await openPage(browser);
    open.push(page);
    return page;
  };
  return {
    get up() {
      return up;
    },
    /** Of somebody who is not signed in yet. */
    freshPage,
    /** A page of its own on which that member is signed in. */
    async pageOf(member: string): Promise<Page> {
      const page = await freshPage();
      await up.signIn(page, member);
      return page;
    },
  };
}
