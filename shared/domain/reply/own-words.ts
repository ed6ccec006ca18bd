import { isReaction } from "./reaction.ts";

/**
 * The text with everything blanked that the patient did not write, so that offsets stay. An email
 * carries our own words around the answer, a signature and a lawyer's notice; a phone that "likes"
 * a message sends it back in quotes: their "Reply STOP" is ours, not theirs.
 */
export function ownWords(text: string, channel: string | undefined): string {
  if (isReaction(text)) return "";
  return channel === "email" ? ownMail(text) : text;
}

const entity = /&(?:[a-z]{2,8}|#\d{2,5});/g;
/** Longer than this, what stands between angle brackets is no tag. Characters. */
const tagMax = 300;

function ownMail(text: string): string {
  const plain = withoutTags(text).replace(entity, (found) => " ".repeat(found.length));
  const lines: string[] = [];
  let isEnded = false;
  for (const line of plain.split("\n")) {
    isEnded ||= endsOwnWords(line);
    lines.push(isEnded || line.trimStart().startsWith(">") ? " ".repeat(line.length) : line);
  }
  return lines.join("\n").trimEnd();
}

/** Mark-up as left over by mail programs, blanked. */
function withoutTags(text: string): string {
  let plain = "";
  let at = 0;
  for (let open = text.indexOf("<"); open !== -1; open = text.indexOf("<", open + 1)) {
    const close = text.indexOf(">", open);
    if (close === -1) break;
    const isTag = close - open <= tagMax && /^<\/?[a-zA-Z]/.test(text.slice(open, open + 3));
    if (!isTag || open < at) continue;
    plain += text.slice(at, open) + " ".repeat(close + 1 - open);
    at = close + 1;
  }
  return plain + text.slice(at);
}

const endings = [
  "-----original",
  "----- original",
  "-----mensaje original",
  "---------- forwarded",
  "________",
  "sent from my ",
  "sent from yahoo",
  "sent from mail",
  "sent via ",
  "sent using ",
  "get outlook for",
  "enviado desde ",
  "enviado con ",
  "obtener outlook",
  "confidentiality notice",
  "this email and any",
  "this e-mail and any",
  "this message is confidential",
  "this message and any",
  "aviso de confidencialidad",
  "este correo ",
  "este mensaje es confidencial",
  "este mensaje y ",
  "disclaimer:",
  "from: ",
  "de: ",
] as const;

/** Where a mail program begins to repeat the message that is answered, or a signature begins. */
function endsOwnWords(line: string): boolean {
  const start = line.trimStart().slice(0, 60).toLowerCase();
  const isSignature = line.trimEnd() === "--" || line === "-- ";
  const isIntroduction =
    (start.startsWith("on ") || start.startsWith("el ")) &&
    /(wrote|escribio|escribió):\s*$/.test(line.slice(-60));
  return isSignature || isIntroduction || endings.some((ending) => start.startsWith(ending));
}
