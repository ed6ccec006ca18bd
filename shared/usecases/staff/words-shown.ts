import type { WordsShown } from "#contracts/api/campaign";
import type { Campaign } from "#domain/campaign/campaign";
import { longest } from "#domain/message/render";
import { segments } from "#domain/message/segments";

/** Every message by its key, and below it by language, English first: they are read side by side. */
export function wordsShown(messages: Campaign["messages"]): readonly WordsShown[] {
  const languages = Object.keys(messages).toSorted(englishFirst);
  const keys = new Set(languages.flatMap((language) => Object.keys(messages[language] ?? {})));
  return [...keys].flatMap((key) =>
    languages.flatMap((language) => {
      const message = messages[language]?.[key];
      if (message === undefined) return [];
      const { sms: text, email, voice } = message;
      return {
        ...{ key, language },
        ...(text === undefined ? {} : { sms: { text, ...segments(longest(text)) } }),
        ...(email ? { email } : {}),
        ...(voice === undefined ? {} : { voice }),
      };
    }),
  );
}

function englishFirst(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "en" || other === "en") return one === "en" ? -1 : 1;
  return one < other ? -1 : 1;
}
