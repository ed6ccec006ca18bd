import type { LedgerRow } from "#domain/ledger/row";
import type { Channel } from "#domain/patient/contact-point";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";

/** Something that the world outside can see, in the order in which it came to be. */
export type Happening = { readonly at: Instant } & (
  | { readonly is: "written"; readonly rows: readonly LedgerRow[] }
  /** A provider is called; whether it takes the message is seen later. */
  | {
      readonly is: "call-began";
      readonly key: TouchKey;
      readonly channel: Channel;
      readonly to: string;
      /** What the worker's own clock said, which may be off. */
      readonly workerAt: Instant;
    }
  | { readonly is: "accepted"; readonly key: TouchKey }
  /** A worker told its queue that the job is done: nobody will do it again. */
  | { readonly is: "acknowledged"; readonly job: string }
  | { readonly is: "put-before-agents"; readonly task: string; readonly raised: number }
);

export type Kind<Is extends Happening["is"]> = Extract<Happening, { readonly is: Is }>;

export interface Trace {
  readonly happenings: readonly Happening[];
  add(happening: Happening): void;
  /** All of one kind, in order. */
  of<Is extends Happening["is"]>(is: Is): readonly Kind<Is>[];
  rows(): readonly LedgerRow[];
}

export function createTrace(): Trace {
  const happenings: Happening[] = [];
  const of = <Is extends Happening["is"]>(is: Is) =>
    happenings.filter((happening): happening is Kind<Is> => happening.is === is);
  return {
    happenings,
    add: (happening) => happenings.push(happening),
    of,
    rows: () => of("written").flatMap(({ rows }) => rows),
  };
}
