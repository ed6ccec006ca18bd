import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/canonical-json";
import type { StreamRecord } from "#local/events/stream-reader";
import { clock } from "../world/clock.ts";
import type { Books } from "../world/provider.ts";
import type { Region } from "../world/region.ts";
import type { Tables } from "../world/tables.ts";
import type { Feed } from "./source.ts";

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function uuidIn(text = ""): string | undefined {
  return text.match(uuids)?.[0];
}

/** All that outlives the functions once the faults are over. */
export interface LeftBehind {
  /** What the stream has told until then. */
  readonly records: readonly StreamRecord[];
  /** The same for two cases that left everything the same: they can only end alike. */
  readonly digest: string;
}

export async function leftBehind({
  region,
  tables,
  books,
  feed,
}: {
  readonly region: Region;
  readonly tables: Tables;
  readonly books: Books;
  readonly feed: Feed;
}): Promise<LeftBehind> {
  const records = await tables.written();
  const images = records.map(({ dynamodb }) => dynamodb.NewImage);
  const { patients, ledger } = await tables.contents();
  const sorted = (items: readonly unknown[]) => items.map(canonicalJson).toSorted();
  const whole = canonicalJson({
    ...{ at: clock.now(), images, patients: sorted(patients), ledger: sorted(ledger) },
    ...{ accepted: books.accepted, shown: books.shown, optedOut: [...books.optedOut] },
    contacts: [...books.contacts],
    queues: region.queues.waiting(),
    isWaiting: feed.isWaiting,
  });
  // Ids that are invented anew each time say nothing of what was left, but for what became of a batch.
  const states = new Map(ledger.map(({ sk, is }) => [uuidIn(sk?.S), is?.S]));
  const meant = whole
    .replaceAll(/"write":\{"S":"[^"]*"\}|\\"write\\":\{\\"S\\":\\"[^"\\]*\\"\}/g, "")
    .replaceAll(uuids, (uuid) => states.get(uuid) ?? "open");
  return { records, digest: createHash("sha256").update(meant).digest("base64url") };
}
