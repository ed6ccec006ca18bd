import type { PageContent } from "../../domain/page/page-content.ts";
import { escaped } from "./escaped.ts";
import { formOf } from "./form.ts";
import { style } from "./style.ts";

/**
 * One whole page, in one language or in several one below the other, without script, picture or anything
 * from elsewhere. Its forms post to the address that it stands at.
 */
export function documentOf(contents: readonly PageContent[]): string {
  const [first] = contents;
  // What was wrong comes first: it is the title that is read aloud when a page opens.
  const titles = contents.map(({ title, alert }) =>
    escaped(alert === undefined ? title : `${alert} ${title}`),
  );
  return [
    "<!doctype html>",
    `<html lang="${first?.language ?? "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    `<title>${titles.join(" / ")}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...contents.map(sectionOf),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function sectionOf({ language, title, alert, paragraphs, forms }: PageContent): string {
  return [
    `<section lang="${language}">`,
    `<h1>${escaped(title)}</h1>`,
    ...(alert === undefined ? [] : [`<p class="alert" role="alert">${escaped(alert)}</p>`]),
    ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
    ...forms.map((form, index) => formOf(form, `${language}-${index}`)),
    "</section>",
  ].join("\n");
}
