import { applyMode, Mode } from "@cloudscape-design/global-styles";

/** Light or dark; `system` follows the machine. */
export const looks = ["system", "light", "dark"] as const;
export type Look = (typeof looks)[number];

const place = "rounds.look";
const darkWanted = () => matchMedia("(prefers-color-scheme: dark)");

/** As chosen last in this browser. */
export function keptLook(): Look {
  const kept = localStorage.getItem(place);
  return looks.find((look) => look === kept) ?? "system";
}

/** Shows it now and keeps it for the next time. */
export function chooseLook(look: Look): void {
  localStorage.setItem(place, look);
  applyLook(look);
}

export function applyLook(look: Look): void {
  const isDark = look === "dark" || (look === "system" && darkWanted().matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = isDark ? "dark" : "light";
}

/** The machine may go over to dark in the evening, while the page is open. */
export function followSystemLook(): () => void {
  const follow = () => applyLook(keptLook());
  const query = darkWanted();
  query.addEventListener("change", follow);
  return () => query.removeEventListener("change", follow);
}
