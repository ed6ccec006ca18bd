import type { Page } from "playwright-core";

/** What has the focus, by what it is called. */
const focused = `(() => {
  const at = document.activeElement;
  if (at.tagName === "TEXTAREA") return "TEXTAREA";
  if (at.type === "radio") return "RADIO";
  if (at.tagName === "INPUT" && at.type === "text") return "INPUT";
  return (at.getAttribute("aria-label") || at.textContent || "").trim();
})()`;

/** Presses Tab until what is wanted has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    if (wanted.test(String(await page.evaluate(focused)))) return;
  }
  throw new Error(`Nothing that reads ${wanted} was reached by keyboard.`);
}
