import { pageLinkIn } from "../../outside/page-link.ts";

/** A stretch of a text; `link` where it leads to a page that can be opened. */
export interface TextPiece {
  readonly text: string;
  readonly link?: string;
}

/** A text as a phone shows it: the patient's page on this machine can be opened, other links cannot. */
export function textPieces(text: string): readonly TextPiece[] {
  const link = pageLinkIn(text);
  if (link === undefined || !isHere(link)) return [{ text }];
  const at = text.indexOf(link);
  const pieces = [
    { text: text.slice(0, at) },
    { text: link, link },
    { text: text.slice(at + link.length) },
  ];
  return pieces.filter((piece) => piece.text !== "");
}

function isHere(link: string): boolean {
  return URL.canParse(link) && new URL(link).hostname === "127.0.0.1";
}
