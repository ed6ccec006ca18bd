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
/** Mark-up as left over by mail programs. What is longer than 301 characters is no tag. */
const tag = /<(?=\/?[a-zA-Z])[^<>]{1,299}>/g;

function ownMail(text: string): string {
  const plain = text.replace(tag, blank).replace(entity, blank);
  const lines: string[] = [];
  let isEnded = false;
  for (const line of plain.split("\n")) {
    isEnded ||= endsOwnWords(line);
    lines.push(isEnded || line.trimStart().startsWith(">") ? blank(line) : line);
  }
  return lines.join("\n").trimEnd();
}

function blank(found: string): string {
  return " ".repeat(found.length);
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

const introductions = ["wrote:", "escribio:", "escribió:"] as const;

/** Where a mail program begins to repeat the message that is answered, or a signature begins. */
function endsOwnWords(line: string): boolean {
  const start = line.trimStart().toLowerCase();
  const end = line.trimEnd();
  const isIntroduction =
    (start.startsWith("on ") || start.startsWith("el ")) &&
    introductions.some((introduction) => end.endsWith(introduction));
  return end === "--" || isIntroduction || endings.some((ending) => start.startsWith(ending));
}
