import type { Item } from "#adapters/dynamodb/item";
import { reachPartition } from "#adapters/dynamodb/keys";
import { rowsIn as rowsOfItem } from "#adapters/dynamodb/ledger-item";
import { countsIn } from "#adapters/dynamodb/reach-delta";
import { ledgerRowsIn, recordIn } from "#adapters/dynamodb/record-item";
import type { LedgerRow } from "#domain/ledger/row";
import { countKey, type ReachCount, reachCounts, sumCounts } from "#domain/reach/tally";
import type { PatientRecord } from "#domain/record/record";
import { touchKey } from "#domain/record/touch";
import { type Instant, minuteMs } from "#domain/time";
import { judge } from "#local/simulation/verdict";
import { oak } from "#support/a-clinic";
import type { Said } from "./scenario.ts";
import type { Books } from "./world/provider.ts";
import type { Contents } from "./world/tables.ts";

/** What is there when nothing is left to do. */
export interface End {
  readonly at: Instant;
  readonly books: Books;
  /** The ledger, row by row. */
  readonly rows: readonly LedgerRow[];
  /** What was written to records, row by row, as the stream told it. */
  readonly written: readonly LedgerRow[];
  readonly records: readonly PatientRecord[];
  readonly contents: Contents;
  /** Messages that nobody worked off. */
  readonly left: readonly string[];
}

export interface Verdict {
  /** Touches that a provider took more than once. */
  readonly duplicates: readonly string[];
  /** What was to happen and neither did nor is accounted for. */
  readonly lost: readonly string[];
  /** What else did not hold. */
  readonly broken: readonly string[];
  /** Touches of which nobody could tell whether they went. */
  readonly unknown: number;
  /** Those of them that a receipt or their deadline closed. */
  readonly closed: number;
}

export function endOf(
  contents: Contents,
  written: readonly LedgerRow[],
  rest: Pick<End, "at" | "books" | "left">,
): End {
  const records = contents.patients.filter(({ sk }) => sk?.S === "record").map(recordIn);
  return { ...rest, contents, written, records, rows: ledgerIn(contents.ledger) };
}

/** The rows of the record writes in these items, as the stream shows them. */
export function rowsIn(images: readonly (Item | undefined)[]): readonly LedgerRow[] {
  return images.flatMap((image) => (image ? ledgerRowsIn(image) : []));
}

export function ledgerIn(items: readonly Item[]): readonly LedgerRow[] {
  return items.filter((item) => item["events"] !== undefined).flatMap(rowsOfItem);
}

/** Holds the end of a case to what is promised. */
export function judgeEnd(end: End, said: readonly Said[]): Verdict {
  const accepted = end.books.accepted.map(({ key }) => key);
  const duplicates = [...new Set(accepted.filter((key, at) => accepted.indexOf(key) !== at))];
  const findings = judge({
    ...end,
    everywhere: end.written,
    leftBehind: new Set(),
    policy: oak.policy,
    end: end.at,
    ledger: end.rows,
    // All cases share one table of it; `test/laws/worklist.test.ts` looks there.
    worklist: [],
    witness: {
      accepted: end.books.accepted.map(({ key, at }) => ({ key, at })),
      said: new Set(said.map(({ reply }) => reply)),
      told: new Set(end.books.shown.map(({ task }) => task)),
      findings: [],
    },
  });
  const texts = (isOf: (law: number) => boolean) =>
    findings
      .filter(({ law }) => isOf(law))
      .map(({ law, subject, message }) => `law ${law}: ${message} (${subject})`);
  return {
    duplicates,
    lost: [
      ...texts((law) => losses.has(law)),
      ...desk(end),
      ...flags(end, said),
      ...delays(end),
      ...end.left,
    ],
    broken: [
      ...texts((law) => !losses.has(law) && !(law === 1 && duplicates.length > 0)),
      ...tallies(end),
    ],
    ...unknowns(end.rows),
  };
}

/** Something vanished; an unknown was never closed; a red flag has no task; no agent was told. */
const losses: ReadonlySet<number> = new Set([2, 3, 7, 13, 14]);

/** The tasks at the desk are those that were opened, each known by its id. */
function desk({ rows, books }: End): readonly string[] {
  const opened = new Set(
    rows.flatMap(({ event }) => (event.type === "escalated" ? [event.task.id] : [])),
  );
  const strangers = new Set(
    books.shown.map(({ task }) => task).filter((task) => !opened.has(task)),
  );
  return [...strangers].map((task) => `agents have a task that nobody opened (${task})`);
}

/** Each red flag that was said has one urgent task, and there is none for what was no red flag. */
function flags({ rows }: End, said: readonly Said[]): readonly string[] {
  return said.flatMap(({ reply, tier }) => {
    const tiers = rows.flatMap(({ event }) =>
      event.type === "escalated" && event.tier && event.task.id.endsWith(`:${reply}`)
        ? [event.tier].filter((one) => one < "T3")
        : [],
    );
    const wanted = tier === undefined ? [] : [tier];
    return tiers.join() === wanted.join()
      ? []
      : [`the reply ${reply} (${wanted}) opened ${tiers.length} urgent tasks (${tiers})`];
  });
}

/** A message comes again within seven minutes, and the first deadline of a red flag is ten. Ms. */
const toldWithinMs = 9 * minuteMs;

/** Agents see a red flag soon, whatever befell those who were to tell them. */
function delays({ rows, books }: End): readonly string[] {
  return rows.flatMap(({ event }) => {
    if (event.type !== "escalated" || !event.task.holds) return [];
    const told = books.shown.find(({ task }) => task === event.task.id);
    const isLate = told === undefined || told.at - event.at > toldWithinMs;
    return isLate ? [`agents were told late of a red flag (${event.task.id})`] : [];
  });
}

/** What was counted as rows came equals a recount. */
function tallies({ rows, contents }: End): readonly string[] {
  const named = (counts: readonly ReachCount[]) =>
    sumCounts(counts).map((entry) => `${countKey(entry)} ${entry.count}`);
  const recount = named(rows.flatMap(({ event }) => reachCounts(event)));
  const kept = named(
    contents.ledger.filter(({ pk }) => pk?.S === reachPartition("oak")).flatMap(countsIn),
  );
  return recount.join() === kept.join() ? [] : [`the reach was counted wrong (${kept.join()})`];
}

function unknowns(rows: readonly LedgerRow[]): Pick<Verdict, "unknown" | "closed"> {
  const unknown = new Set<string>();
  const closed = new Set<string>();
  for (const row of rows) {
    const { event } = row;
    if (event.type === "touch-unknown") unknown.add(touchKey(row, event.touch));
    const isClosed =
      event.type === "touch-unconfirmed" ||
      event.type === "touch-receipted" ||
      event.type === "touch-accepted" ||
      event.type === "touch-failed";
    if (isClosed && unknown.has(touchKey(row, event.touch))) closed.add(touchKey(row, event.touch));
  }
  return { unknown: unknown.size, closed: closed.size };
}
