import type { LedgerRow } from "#domain/ledger/row";
import { hourMs, type Instant } from "#domain/time";
import type { PublishLedger } from "#usecases/publish-ledger";
import type { Ground } from "./environment.ts";

/**
 * The table's stream and the function that reads it: each write is shown at least once, those of one
 * patient in their order, late where the stream lags.
 */
export function createStream({ timeline, dice, faults }: Ground, publish: PublishLedger) {
  const shownUntil = new Map<string, Instant>();
  return (patient: string, rows: readonly LedgerRow[]): void => {
    const share = faults.share("stream-lag");
    const lagMs = dice.is(share) ? dice.within(0, 10) * hourMs : 0;
    const at = Math.max(timeline.now() + lagMs, shownUntil.get(patient) ?? 0);
    if (at > timeline.now()) shownUntil.set(patient, at);
    const times = dice.is(share / 2) ? 2 : 1;
    for (let shown = 0; shown < times; shown += 1) {
      if (at === timeline.now()) publish([rows]);
      else timeline.at(at, `stream ${patient}`, () => void publish([rows]));
    }
  };
}
