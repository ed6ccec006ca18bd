import Alert from "@cloudscape-design/components/alert";
import { createContext, type ReactNode, use, useState } from "react";

type Tell = (words: string) => void;

const TellContext = createContext<Tell>(() => undefined);

/** Says that something was done, above whichever screen comes next. */
export const useTell = (): Tell => use(TellContext);

/** What was done last; read aloud, and gone with a click. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState("");
  return (
    <TellContext value={setWords}>
      <div role="status" className="notice">
        {words !== "" && (
          <Alert type="success" dismissible onDismiss={() => setWords("")}>
            {words}
          </Alert>
        )}
      </div>
      {children}
    </TellContext>
  );
}
