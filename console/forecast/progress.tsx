import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import { useTranslation } from "react-i18next";
import { useFormats } from "../words/use-formats.ts";
import type { Counting } from "./use-count.ts";

interface ProgressProps {
  /** The forecast, and the one that it is compared with. */
  readonly all: readonly Counting[];
  readonly isStopped: boolean;
  readonly onStop: () => void;
}

/** Whom the numbers are of: everybody, or those who have been counted so far. */
export function Progress({ all, isStopped, onStop }: ProgressProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counted = all.flatMap((one) => one.counted ?? []);
  const [first] = counted;
  const patients = formats.count(first?.counts.patients ?? 0);
  const [done, of] = [
    counted.reduce((sum, one) => sum + one.done, 0),
    counted.reduce((sum, one) => sum + one.of, 0),
  ];
  const isOver = isStopped || all.every(({ isDone }) => isDone);
  const isWhole =
    counted.length === all.length &&
    counted.every((one) => one.done === one.of && one.cutOff === 0);
  const blind = first?.blind ?? [];
  return (
    <>
      {!isOver && (
        <ProgressBar
          value={of === 0 ? 0 : (100 * done) / of}
          label={t(($) => $.forecast.counting)}
          additionalInfo={t(($) => $.forecast.progress, { patients, done, count: of })}
        />
      )}
      {!isOver && <Button onClick={onStop}>{t(($) => $.forecast.stop)}</Button>}
      <div role="status">
        {isOver && (
          <Alert type={isWhole ? "success" : "warning"}>
            {isWhole
              ? t(($) => $.forecast.whole, { patients })
              : t(($) => $.forecast.sample, { patients })}
          </Alert>
        )}
      </div>
      {blind.length > 0 && (
        <Alert type="warning">{t(($) => $.forecast.blind, { concepts: blind.join(", ") })}</Alert>
      )}
    </>
  );
}
