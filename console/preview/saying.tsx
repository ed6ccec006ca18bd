import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface SayingProps {
  readonly isOff: boolean;
  readonly onSay: (text: string) => void;
}

/** Longer than any text that a carrier hands over. */
const lettersMax = 1_600;

/** What the patient writes, or a key that they press on a call. */
export function Saying({ isOff, onSay }: SayingProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const isNothing = text.trim() === "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isOff || isNothing) return;
        onSay(text.trim().slice(0, lettersMax));
        setText("");
      }}
    >
      <FormField
        label={t(($) => $.preview.moves.say)}
        constraintText={t(($) => $.preview.moves.sayWhy)}
        secondaryControl={
          <Button formAction="submit" disabled={isNothing}>
            {t(($) => $.preview.moves.send)}
          </Button>
        }
      >
        <Input value={text} autoComplete={false} onChange={({ detail }) => setText(detail.value)} />
      </FormField>
    </form>
  );
}
