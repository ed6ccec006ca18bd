import { useId, useState } from "react";
import { ClockBar } from "./clock-bar.tsx";
import { PhoneCards } from "./phone-cards.tsx";
import { PhoneTalk } from "./phone-talk.tsx";
import { useLanguage } from "./use-language.ts";
import { useShown } from "./use-shown.ts";
import { fill, words } from "./words.ts";

/** Clock and phones of the stack on this machine, below whatever page of the console is shown. */
export function Strip() {
  const language = useLanguage();
  const said = words[language];
  const [isOpen, setOpen] = useState(false);
  const [phone, setPhone] = useState<string>();
  const { shown, isAway, again } = useShown(phone);
  const panel = useId();
  if (shown === undefined) return null;
  const { clock, phones, open } = shown;
  const isChosen = open !== undefined && open.id === phone;
  return (
    <aside className="strip" aria-label={said.strip}>
      <div className="strip-bar">
        <ClockBar clock={clock} language={language} again={again} />
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
        >
          {fill(said.phones, { count: String(phones.length) })}
        </button>
      </div>
      {isAway && <p role="alert">{said.failed}</p>}
      <div id={panel} className="strip-panel" hidden={!isOpen}>
        <p className="strip-small">{said.only}</p>
        <PhoneCards {...{ phones, language, zone: clock.zone, open: phone }} choose={setPhone} />
        {isChosen && <PhoneTalk phone={open} zone={clock.zone} language={language} again={again} />}
      </div>
    </aside>
  );
}
