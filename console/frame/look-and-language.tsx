import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../words/language.ts";
import { chooseLanguage } from "../words/words.ts";
import { chooseLook, keptLook, looks } from "./look.ts";

/** Each by its own name, so that whoever reads no English finds theirs. */
export const languageNames = { en: "English", es: "Español" } as const;

/** For pages without navigation; the navigation has the same in its bar. */
export function LookAndLanguage() {
  const { t } = useTranslation();
  const [look, setLook] = useState(keptLook);
  const chooseLookNow = (id: string) => {
    const chosen = looks.find((one) => one === id) ?? "system";
    chooseLook(chosen);
    setLook(chosen);
  };
  return (
    <SpaceBetween size="xs" direction="horizontal">
      <ButtonDropdown
        items={languages.map((id) => ({ id, text: languageNames[id], lang: id }))}
        onItemClick={({ detail }) => void chooseLanguage(detail.id === "es" ? "es" : "en")}
      >
        {t(($) => $.frame.language)}
      </ButtonDropdown>
      <ButtonDropdown
        items={looks.map((id) => ({
          ...{ id, itemType: "checkbox", checked: id === look },
          text: t(($) => $.frame.looks[id]),
        }))}
        onItemClick={({ detail }) => chooseLookNow(detail.id)}
      >
        {t(($) => $.frame.look)}
      </ButtonDropdown>
    </SpaceBetween>
  );
}
