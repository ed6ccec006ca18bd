import type { Report } from "../problem.ts";
import type { Wording } from "../wording.ts";

/** Services that hide where a link leads. Carriers filter texts that use them (CTIA guidelines). */
const shorteners: ReadonlySet<string> = new Set([
  "adf.ly",
  "bit.do",
  "bit.ly",
  "bitly.com",
  "bl.ink",
  "buff.ly",
  "clck.ru",
  "cutt.ly",
  "dub.sh",
  "fb.me",
  "goo.gl",
  "is.gd",
  "j.mp",
  "lnkd.in",
  "ow.ly",
  "qr.ae",
  "rb.gy",
  "rebrand.ly",
  "s.id",
  "shorturl.at",
  "short.io",
  "soo.gd",
  "t.co",
  "t.ly",
  "t2m.io",
  "tiny.cc",
  "tiny.one",
  "tinyurl.com",
  "trib.al",
  "urlz.fr",
  "v.gd",
  "vbly.us",
  "wa.link",
  "x.co",
  "youtu.be",
]);

/** Endings by which a word with a dot is a link even without `https://`. */
const endings: ReadonlySet<string> = new Set(
  "app biz care clinic co com dev doctor edu example gov health healthcare hospital info io link ly me mobi net org site us".split(
    " ",
  ),
);

interface Link {
  readonly written: string;
  /** `https`, `http`, … or empty where none is written. */
  readonly scheme: string;
  readonly host: string;
}

/**
 * That links are safe to send: no shortener, no plain http, no bare address of a machine, nothing
 * of the patient in them, and none to the domain of somebody else. `domains` are those of the
 * organization; a link to a part of one is its own.
 */
export function checkLinks(
  wordings: readonly Wording[],
  domains: readonly string[],
  report: Report,
): void {
  for (const { path, text } of wordings) {
    for (const link of linksIn(text)) checkLink(link, path, domains, report);
  }
}

function checkLink(
  { written, scheme, host }: Link,
  path: Wording["path"],
  domains: readonly string[],
  report: Report,
): void {
  const name = host.startsWith("www.") ? host.slice(4) : host;
  if (/[{}]/.test(written)) {
    report(
      "link-with-variable",
      path,
      `“${written}” carries a variable: what is in a link is kept in logs and on the way. Write the link without it, or \`{unsubscribe}\` alone.`,
    );
    return;
  }
  if (shorteners.has(name)) {
    report(
      "link-shortener",
      path,
      `“${written}” hides where it leads, and carriers filter such texts. Write a link on your own domain.`,
    );
    return;
  }
  if (isAddress(host)) {
    report(
      "link-address",
      path,
      `“${written}” leads to a number. Write a link on your own domain.`,
    );
    return;
  }
  if (scheme !== "https" && scheme !== "") {
    report("link-not-https", path, `“${written}” can be read on the way. Write \`https://\`.`);
    return;
  }
  const isOwn = domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  if (isOwn) return;
  report(
    "link-elsewhere",
    path,
    `“${written}” leads to ${host}. If that is your own domain, say so with \`--domain ${name}\`; if not, remove it.`,
  );
}

/** Words of a text that are links, with or without a scheme; mail addresses are none. */
function linksIn(text: string): readonly Link[] {
  return text.split(/\s/).flatMap((word) => {
    const written = withoutPunctuation(word);
    const at = written.indexOf("://");
    const scheme = at < 0 ? "" : written.slice(0, at).toLowerCase();
    const rest = at < 0 ? written : written.slice(at + "://".length);
    const authority = rest.split(/[/?#]/)[0] ?? "";
    const host = (authority.split("@").at(-1) ?? "").replace(/:\d{1,5}$/, "").toLowerCase();
    if (at < 0 && (authority.includes("@") || !looksLikeHost(host, rest))) return [];
    return host === "" ? [] : [{ written, scheme, host }];
  });
}

function withoutPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && "([<\"'“‘".includes(word.charAt(start))) start += 1;
  while (end > start && ")]>\"'”’.,;:!?".includes(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}

function looksLikeHost(host: string, rest: string): boolean {
  const labels = host.split(".");
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{N}{}-]+$/u.test(label)))
    return false;
  const last = labels.at(-1) ?? "";
  if (labels[0] === "www" || shorteners.has(host) || endings.has(last)) return true;
  const hasPath = rest.length > host.length;
  return isAddress(host) ? labels.length === 4 : hasPath && /^[a-z]{2,}$/.test(last);
}

/** An IP address, in any of its forms: `10.0.0.1`, `[::1]`, `3232235777`. */
function isAddress(host: string): boolean {
  return (
    host.startsWith("[") || host.split(".").every((label) => /^(?:\d+|0x[\da-f]+)$/.test(label))
  );
}
