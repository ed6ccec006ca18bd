import { convert } from "html-to-text";

/**
 * The words of a mail as the sender typed them: the first plain-text part, decoded, without the
 * quoted mail below. Enough for "STOP" or "please call me" out of any mail program; not a mail
 * reader. Source: RFC 5322, 2045 to 2047 and 3676.
 */
export function mailText(raw: string): string {
  return withoutQuote(plainText(raw, 0) ?? "").trim();
}

/** Parts inside parts; a mail that nests deeper is not one that a patient wrote. */
const depthMax = 8;

function plainText(raw: string, depth: number): string | undefined {
  if (depth > depthMax) return undefined;
  const { headers, body } = split(raw);
  const type = headers.get("content-type") ?? "text/plain";
  if (/^text\/plain/i.test(type)) {
    return decode(body, headers.get("content-transfer-encoding"), parameter(type, "charset"));
  }
  if (/^multipart\//i.test(type)) {
    return firstText(parts(body, parameter(type, "boundary")), depth);
  }
  if (/^text\/html/i.test(type)) {
    const html = decode(body, headers.get("content-transfer-encoding"), parameter(type, "charset"));
    return withoutTags(html);
  }
  return undefined;
}

/** A plain part wins over its HTML twin, wherever it stands. */
function firstText(candidates: readonly string[], depth: number): string | undefined {
  const plain = candidates.filter((part) => !isHtml(part));
  for (const part of [...plain, ...candidates.filter(isHtml)]) {
    const text = plainText(part, depth + 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isHtml(part: string): boolean {
  return /^text\/html/i.test(split(part).headers.get("content-type") ?? "");
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function split(raw: string): Entity {
  const text = raw.replaceAll("\r\n", "\n");
  if (text.startsWith("\n")) return { headers: new Map(), body: text.slice(1) };
  const end = text.indexOf("\n\n");
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? "" : text.slice(end + 2) };
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(header);
  return match?.[1] ?? match?.[2];
}

function parts(body: string, boundary: string | undefined): readonly string[] {
  if (!boundary) return [];
  const [inside = ""] = `\n${body}`.split(`\n--${boundary}--`);
  return inside
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => part.replace(/^[ \t]*\n/, ""));
}

function decode(body: string, encoding: string | undefined, charset: string | undefined): string {
  const kind = encoding?.toLowerCase();
  if (kind === "base64") return decoded(Buffer.from(body, "base64"), charset);
  if (kind === "quoted-printable") return decoded(unquoted(body), charset);
  return body;
}

function unquoted(body: string): Buffer {
  const lines = body.split("\n").map((line) => line.trimEnd());
  const text = lines.join("\n").replace(/=\n/g, "");
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1");
}

function decoded(bytes: Buffer, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

/** The words of a mail that is written in HTML alone, without what it quotes. */
function withoutTags(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "blockquote", format: "skip" },
      { selector: "img", format: "skip" },
      { selector: "a", options: { ignoreHref: true } },
      { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  });
}

/** The lines with which mail programs begin the mail that is answered, in English and Spanish. */
const quoteBegins = [
  /^>/,
  /^on .{4,200} wrote:\s*$/i,
  /^el .{4,200} escribi[oó]:\s*$/i,
  /^-{2,}\s*(original message|mensaje original|forwarded message)/i,
  /^_{10,}\s*$/,
  /^(from|de):\s.*@/i,
];

function withoutQuote(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line, index) =>
    quoteBegins.some((begin) => begin.test(line.trim()) || begin.test(joined(lines, index))),
  );
  return (end < 0 ? lines : lines.slice(0, end)).join("\n");
}

/** "On … wrote:" is often broken over two lines. */
function joined(lines: readonly string[], index: number): string {
  const line = lines[index]?.trim() ?? "";
  return /^(on|el)\s/i.test(line) ? `${line} ${lines[index + 1]?.trim() ?? ""}` : line;
}
