import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Debian, Ubuntu and Google put it. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine, or the one that `CHROMIUM` names. */
export function browserPath(): string | undefined {
  const named = process.env["CHROMIUM"];
  return [...(named ? [named] : []), ...places].find((place) => existsSync(place));
}

/** Nothing is asked of anybody but the pages: no updates, no accounts, no guesses. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === undefined)
    throw new Error("There is no Chromium: apt-get install chromium");
  return chromium.launch({ executablePath, args: quiet });
}

export interface Seen {
  readonly language?: "en" | "es";
  readonly look?: "light" | "dark";
  /** Pixels. */
  readonly width?: number;
}

/** A page of somebody who has chosen a language and a look; its own cookies and storage. */
export async function openPage(browser: Browser, seen: Seen = {}): Promise<Page> {
  const { language = "en", look = "light", width = 1280 } = seen;
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "en" ? "en-US" : "es-US",
    reducedMotion: "reduce",
  });
  await context.addInitScript(
    `localStorage.setItem("rounds.language", "${language}");localStorage.setItem("rounds.look", "${look}");`,
  );
  return context.newPage();
}

/** What a page complained of: errors of its own, and what its policy forbade. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (said) => {
    // A refused request is said here too, and shown on the page as a sentence.
    const isRefusal = said.text().startsWith("Failed to load resource");
    if (said.type() === "error" && !isRefusal) complaints.push(said.text());
  });
  return complaints;
}
