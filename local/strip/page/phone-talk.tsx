import { useEffect, useRef } from "react";
import type { OpenPhone } from "../shown.ts";
import { AnswerForm } from "./answer-form.tsx";
import { dayOf, listOf, momentIn } from "./formats.ts";
import { TextWords } from "./text-words.tsx";
import { fill, type Language, words } from "./words.ts";

interface PhoneTalkProps {
  readonly phone: OpenPhone;
  readonly zone: string;
  readonly language: Language;
  readonly again: () => void;
}

/** One phone held in the hand: whose it is, what came and went, and the words to write back. */
export function PhoneTalk({ phone, zone, language, again }: PhoneTalkProps) {
  const said = words[language];
  const names = phone.owners.map(({ name }) => name);
  const owners = names.length > 0 ? listOf(language, names) : said.somebody;
  const end = useRef<HTMLOListElement>(null);
  const { length } = phone.texts;
  useEffect(() => {
    if (end.current !== null && length > 0) end.current.scrollTop = end.current.scrollHeight;
  }, [length]);
  return (
    <section className="strip-talk" aria-label={fill(said.phoneOf, { owners })}>
      <div>
        {phone.owners.map((owner) => (
          <p key={`${owner.name} ${owner.birthDate}`}>
            {owner.birthDate === undefined
              ? owner.name
              : fill(said.born, { name: owner.name, day: dayOf(language, owner.birthDate) })}
          </p>
        ))}
        {/* Whoever has no mouse scrolls it with the keys, so it takes the focus. */}
        <div className="strip-texts-frame" role="log" aria-label={said.texts}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
          <ol className="strip-texts" ref={end} tabIndex={0}>
            {phone.texts.map(({ at, from, text }, index) => (
              // Texts only ever join at the end, and two may read the same.
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart.
              <li key={`${at}-${index}`} className={`strip-text ${from}`}>
                <span className="strip-from">
                  {said[from]},{" "}
                  <time dateTime={new Date(at).toISOString()}>{momentIn(zone, language, at)}</time>
                </span>
                <TextWords text={text} language={language} />
              </li>
            ))}
          </ol>
        </div>
      </div>
      <AnswerForm
        key={phone.id}
        phone={phone.id}
        owners={owners}
        language={language}
        again={again}
      />
    </section>
  );
}
