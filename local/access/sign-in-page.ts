import { createHash } from "node:crypto";
import { localMembers } from "./members.ts";

const style = [
  "html{background:#fff;color:#1a1a1a;font:1.125rem/1.5 system-ui,sans-serif}",
  "main{max-width:36rem;margin:0 auto;padding:1.5rem}",
  "button{display:block;width:100%;margin:0 0 .75rem;padding:.75rem 1rem;font:inherit;" +
    "text-align:left;background:#fff;border:2px solid #0b3d70;border-radius:.5rem;color:#0b3d70}",
  "small{display:block;color:#444}",
].join("");

const styleDigest = createHash("sha256").update(style).digest("base64");

/** The page loads nothing and runs nothing; its form leads to the console and back. */
export const signInHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleDigest}'; frame-ancestors 'none'`,
  "cache-control": "no-store",
};

/** Who do you want to be? The request that led here goes back with the answer. */
export function signInPage(query: URLSearchParams): string {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const choices = localMembers.map(
    ({ user, email, does }) =>
      `<button name="user" value="${user}">${escaped(email)}<small>${escaped(does)}</small></button>`,
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Sign in – Oak Clinic on this machine</title><style>${style}</style></head>`,
    "<body><main><h1>Sign in to Oak Clinic</h1>",
    "<p>Everybody here is invented. Whom do you want to be?</p>",
    '<form method="post" action="/authorize">',
    ...kept,
    ...choices,
    "</form></main></body></html>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
