import type { PhoneCard } from "../shown.ts";
import { momentIn } from "./formats.ts";
import { fill, type Language, words } from "./words.ts";

interface PhoneCardsProps {
  readonly phones: readonly PhoneCard[];
  readonly open: string | undefined;
  readonly zone: string;
  readonly language: Language;
  readonly choose: (phone: string) => void;
}

/** The phones as a strip, the one in use last first: whose it is and what it said last. */
export function PhoneCards({ phones, open, zone, language, choose }: PhoneCardsProps) {
  const said = words[language];
  if (phones.length === 0) return <p>{said.noPhones}</p>;
  return (
    <ul className="strip-phones">
      {phones.map(({ id, number, owners, last }) => (
        <li key={id}>
          <button
            type="button"
            className="strip-phone"
            aria-pressed={id === open}
            onClick={() => choose(id)}
          >
            <strong>{fill(said.phoneOf, { owners: owners || said.somebody })}</strong>
            <span>{number}</span>
            <span className="strip-last">
              {said[last.from]}: {last.text}
            </span>
            <time dateTime={new Date(last.at).toISOString()}>
              {momentIn(zone, language, last.at)}
            </time>
          </button>
        </li>
      ))}
    </ul>
  );
}
