import { textPieces } from "./text-pieces.ts";
import { type Language, words } from "./words.ts";

interface TextWordsProps {
  readonly text: string;
  readonly language: Language;
}

/** The words of a text, with the page that they lead to. */
export function TextWords({ text, language }: TextWordsProps) {
  return (
    <span className="strip-words">
      {textPieces(text).map((piece) =>
        piece.link === undefined ? (
          piece.text
        ) : (
          <a
            key={piece.link}
            href={piece.link}
            target="_blank"
            rel="noreferrer"
            title={words[language].openPage}
          >
            {piece.text}
          </a>
        ),
      )}
    </span>
  );
}
