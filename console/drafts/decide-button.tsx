import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { useState } from "react";
import { SayWhy } from "./say-why.tsx";

interface DecideButtonProps {
  readonly verb: string;
  readonly title: string;
  readonly words: string;
  readonly variant?: ButtonProps.Variant;
  readonly disabled?: boolean;
  readonly loading: boolean;
  readonly decide: (why: string) => void;
}

/** A button that asks why before it does what it says. */
export function DecideButton(props: DecideButtonProps) {
  const { verb, title, words, variant = "normal", disabled = false, loading, decide } = props;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button {...{ variant, disabled, loading }} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      {isAsking && (
        <SayWhy
          {...{ title, words, verb }}
          dismiss={() => setAsking(false)}
          confirm={(why) => {
            setAsking(false);
            decide(why);
          }}
        />
      )}
    </>
  );
}
