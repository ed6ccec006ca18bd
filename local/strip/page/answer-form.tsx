import { useId, useState } from "react";
import { sendAnswer } from "./ask.ts";
import { fill, type Language, words } from "./words.ts";

interface AnswerFormProps {
  readonly phone: string;
  readonly owners: string;
  readonly language: Language;
  readonly again: () => void;
}

/** Words of the patient's: they stay until the carrier took them. */
export function AnswerForm({ phone, owners, language, again }: AnswerFormProps) {
  const said = words[language];
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState("");
  const [field, why] = [useId(), useId()];
  const send = async () => {
    if (text.trim() === "") return;
    try {
      await sendAnswer({ phone, text });
      setText("");
      setOutcome(said.sent);
    } catch {
      setOutcome(said.failed);
    }
    again();
  };
  return (
    <form
      className="strip-answer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={field}>{fill(said.answer, { owners })}</label>
      <div className="strip-buttons">
        <input
          id={field}
          type="text"
          value={text}
          maxLength={1_600}
          autoComplete="off"
          aria-describedby={why}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit">{said.send}</button>
      </div>
      <p role="status">{outcome}</p>
      <p id={why} className="strip-small">
        {said.answerWhy}
      </p>
    </form>
  );
}
