import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openPage, startBrowser } from "#support/a-browser";
import { openClinicConsole } from "#support/a-console";
import { root } from "#support/repository";
import { pagesOf } from "./pages.ts";

/** `npm run screenshots`: every page in both languages, both looks, on a desk and on a phone. */
const folder = join(root, ".cache/screenshots");
mkdirSync(folder, { recursive: true });
const up = await openClinicConsole();
const browser = await startBrowser();
const kinds = (["en", "es"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((look) =>
    ([1280, 390] as const).map((width) => ({ language, look, width })),
  ),
);
try {
  for (const seen of kinds) {
    for (const { path, member } of await pagesOf(up)) {
      const page = await openPage(browser, seen);
      await up.signIn(page, member);
      await page.goto(`${up.address}/#${path}`);
      await page.locator("h1").waitFor();
      await page.waitForTimeout(500);
      const name = [...path.split("/").filter(Boolean), ...Object.values(seen)].join("-");
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await up.close();
}
console.log(`The pictures are in ${folder}.`);
