import type { TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "../session/session-context.ts";
import { languages } from "../words/language.ts";
import { chooseLanguage } from "../words/words.ts";
import { chooseLook, keptLook, looks } from "./look.ts";
import { languageNames } from "./look-and-language.tsx";

/** What stands at the right of the bar: language, look, who is signed in, signing out. */
export function useUtilities(): TopNavigationProps.Utility[] {
  const { t } = useTranslation();
  const { me, session } = useSignedIn();
  const [look, setLook] = useState(keptLook);
  return [
    {
      type: "menu-dropdown",
      iconName: "globe",
      ariaLabel: t(($) => $.frame.language),
      title: t(($) => $.frame.language),
      items: languages.map((id) => ({ id, text: languageNames[id] })),
      onItemClick: ({ detail }) => void chooseLanguage(detail.id === "es" ? "es" : "en"),
    },
    {
      type: "menu-dropdown",
      iconName: "settings",
      ariaLabel: t(($) => $.frame.look),
      title: t(($) => $.frame.look),
      items: looks.map((id) => ({
        ...{ id, itemType: "checkbox", checked: id === look },
        text: t(($) => $.frame.looks[id]),
      })),
      onItemClick: ({ detail }) => {
        const chosen = looks.find((one) => one === detail.id) ?? "system";
        chooseLook(chosen);
        setLook(chosen);
      },
    },
    {
      type: "menu-dropdown",
      iconName: "user-profile",
      ariaLabel: t(($) => $.frame.account),
      title: me.organization.name,
      description: me.roles.map((role) => t(($) => $.role[role])).join(", "),
      items: [{ id: "sign-out", text: t(($) => $.frame.signOut) }],
      onItemClick: () => void session.signOut(),
    },
  ];
}
