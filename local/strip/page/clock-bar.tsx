import { useState } from "react";
import { paces, type Stride, strides } from "../../paces.ts";
import type { ClockBody, Shown } from "../shown.ts";
import { moveClock } from "./ask.ts";
import { broughtWords } from "./brought-words.ts";
import { momentIn } from "./formats.ts";
import { type Language, words } from "./words.ts";

interface ClockBarProps {
  readonly clock: Shown["clock"];
  readonly language: Language;
  /** Asks for what stands now. */
  readonly again: () => void;
}

/** What time it is on the stack, and the buttons that let it go on, stand still, jump or hurry. */
export function ClockBar({ clock, language, again }: ClockBarProps) {
  const said = words[language];
  const [outcome, setOutcome] = useState("");
  const [isStepping, setStepping] = useState(false);
  const { now, zone, isPaused, times } = clock;
  const move = async (body: ClockBody) => {
    try {
      const brought = await moveClock(body);
      const time = momentIn(zone, language, brought.now);
      setOutcome(body.do === "step" ? broughtWords(language, brought, time) : "");
    } catch {
      setOutcome(said.failed);
    }
    again();
  };
  const step = async (stride: Stride) => {
    // Focus stays on the button: it is not disabled, it does nothing while a step is under way.
    if (isStepping) return;
    setStepping(true);
    setOutcome(said.stepping);
    await move({ do: "step", stride });
    setStepping(false);
  };
  return (
    <div className="strip-clock">
      <p className="strip-time">
        <span className="strip-hidden">{said.clock}: </span>
        <time dateTime={new Date(now).toISOString()}>{momentIn(zone, language, now)}</time>
        {isPaused && <strong className="strip-paused"> {said.paused}</strong>}
      </p>
      <div className="strip-buttons">
        <button
          type="button"
          onClick={() => void move(isPaused ? { do: "go", times } : { do: "pause" })}
        >
          {isPaused ? said.go : said.pause}
        </button>
        {strides.map((stride) => (
          <button
            key={stride}
            type="button"
            aria-disabled={isStepping}
            onClick={() => void step(stride)}
          >
            {said[stride]}
          </button>
        ))}
        <label>
          <span className="strip-hidden">{said.speed}</span>
          <select
            value={times}
            onChange={({ target }) => {
              const chosen = paces.find((pace) => String(pace) === target.value);
              if (chosen !== undefined) void move({ do: "go", times: chosen });
            }}
          >
            {paces.map((pace) => (
              <option key={pace} value={pace}>
                {said.speeds[pace]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="strip-outcome" role="status">
        {outcome}
      </p>
    </div>
  );
}
