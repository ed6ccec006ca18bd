import type { I18nProviderProps } from "@cloudscape-design/components/i18n";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "./language.ts";

type Messages = I18nProviderProps.Messages;

/** What the components say by themselves: "Close", "Page 2 of 5". Fetched with their language. */
async function messagesOf(language: Language): Promise<Messages> {
  const words =
    language === "es"
      ? await import("@cloudscape-design/components/i18n/messages/all.es")
      : await import("@cloudscape-design/components/i18n/messages/all.en");
  return words.default;
}

export function useComponentWords(): { readonly locale: Language; readonly messages: Messages } {
  const { i18n } = useTranslation();
  const locale: Language = i18n.language === "es" ? "es" : "en";
  const [messages, setMessages] = useState<Messages>({});
  useEffect(() => {
    let isWanted = true;
    void messagesOf(locale).then((words) => {
      if (isWanted) setMessages(words);
    });
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return { locale, messages };
}
