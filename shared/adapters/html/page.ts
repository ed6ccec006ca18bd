import { createHash } from "node:crypto";
import type { PageLanguage, PageWords } from "../../domain/message/stop-words.ts";

/** What a page says, in one language or in several one below the other. */
export type Section = PageWords & { readonly language: PageLanguage };

/**
 * Large, dark on light, and as wide as the screen: for old eyes and small phones. Colors are at a
 * contrast of 7 to 1 or more (WCAG 2.2, 1.4.6), and what is pressed is 48 pixels high (2.5.5).
 */
const style = [
  "html{background:#fff;color:#1a1a1a;font:1.25rem/1.5 system-ui,sans-serif}",
  "body{margin:0}",
  "main{max-width:34rem;margin:0 auto;padding:1.5rem}",
  "h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}",
  "p{margin:0 0 1rem}",
  "section+section{border-top:2px solid #595959;margin-top:2rem;padding-top:2rem}",
  "button{background:#0b3d70;border:0;border-radius:.5rem;color:#fff;cursor:pointer;font:inherit;" +
    "font-weight:700;min-height:3rem;padding:.75rem 1.5rem;width:100%}",
  "button:focus-visible{outline:4px solid #b34700;outline-offset:3px}",
].join("");

/** The page's style by its digest, so that the browser takes no other (CSP level 3, `style-src`). */
export const styleSource = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/**
 * One whole page, without script, picture or anything from elsewhere. Its button posts to the address that
 * it stands at, with what a mail program posts (RFC 8058).
 */
export function pageOf(sections: readonly Section[]): string {
  const [first] = sections;
  const titles = sections.map(({ title }) => escaped(title)).join(" / ");
  return [
    "<!doctype html>",
    `<html lang="${first?.language ?? "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    `<title>${titles}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...sections.map(sectionOf),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function sectionOf({ language, title, paragraphs, button }: Section): string {
  return [
    `<section lang="${language}">`,
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
    ...(button === undefined ? [] : [formOf(button)]),
    "</section>",
  ].join("\n");
}

function formOf(button: string): string {
  return [
    '<form method="post">',
    '<input type="hidden" name="List-Unsubscribe" value="One-Click">',
    `<button type="submit">${escaped(button)}</button>`,
    "</form>",
  ].join("\n");
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
}
