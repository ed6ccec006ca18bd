import type { LedgerRow } from "#domain/ledger/row";
import type { OrganizationId } from "#domain/patient/profile";
import { dayMs, hourMs, type Instant, minuteMs } from "#domain/time";
import type { Errand } from "./queues.ts";
import type { Town } from "./town.ts";
import { workOff } from "./work-off.ts";

/** From the fence until the copy is there: longer than any worker believes what it read. Ms. */
const restoreMs = { from: 5 * minuteMs, through: 3 * hourMs } as const;

/** A copy may be so much older than the fence. Ms. */
const lostMs = 12 * hourMs;

/**
 * Contacts rest after a move by a copy that is not the latest: until what was due in it is stale,
 * and what it does not know of is out of every cap. Ms.
 */
const restMs = 8 * dayMs;

/** What the workers that were left have begun is done after this, for good or ill. Ms. */
const settleMs = 30 * minuteMs;

/** Between two looks whether all is imported. Ms. */
const lookMs = 10 * minuteMs;

/** What was left goes on looking for due work so long. Ms. */
const afterlifeMs = dayMs;

/**
 * Once so often: its workers let every contact be, so that what is due there stays so, and each
 * minute would find what the one before it found. Ms.
 */
const afterlifeLookMs = 15 * minuteMs;

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Moves the patients' home to another region, and perhaps back, as docs/runbooks/failover.md has it:
 * fence, copy, halt, bring the opt-outs that the copy does not know, and only then let go on.
 */
export function moveRegions(town: Town, { from, until }: Span): void {
  const { timeline, dice } = town.ground;
  const first = dice.within(from + 0.1 * (until - from), until - 0.4 * (until - from));
  const second = dice.is(0.5) ? dice.within(first + restMs, until) : until;
  if (first >= until) return;
  timeline.at(first, "fence", async () => {
    await move(town);
    // A home that rests still is not moved again.
    await timeline.pass(Math.max(0, second - timeline.now()), "second fence");
    if (timeline.now() < until) await move(town);
  });
}

async function move(town: Town): Promise<void> {
  const { ground, home } = town;
  const { timeline, dice, witness } = ground;
  const left = home.region;
  const { organization } = left.stores;
  witness.note("fenced", String(left.epoch));
  await left.stores.organizations.raiseEpoch(organization, left.epoch + 1);

  await timeline.pass(dice.within(restoreMs.from, restoreMs.through), "restore");
  const isLatest = dice.is(0.5);
  const asOf = isLatest ? timeline.now() : timeline.now() - dice.within(0, lostMs);
  const next = await town.restore(asOf);
  // A copy may be older than the fence.
  await next.stores.organizations.raiseEpoch(organization, next.epoch);
  const since = timeline.now();
  await next.stores.organizations.halt(organization, { what: "everything", since, by: "person" });
  town.moveTo(next);
  witness.note("moved", `${next.epoch} ${next.written.length}`);
  left.lookEvery(afterlifeLookMs);
  timeline.after(afterlifeMs, "switch off", () => left.switchOff());

  await timeline.pass(settleMs, "settle");
  await importAgain(town, asOf);
  await timeline.pass(isLatest ? hourMs : restMs, "rest");
  if (!isLatest) await workOff(town, since);
  const unknown = optOutsIn(left.written.slice(next.inherited));
  town.clinic.queues.errands.send([bringing(unknown, organization)]);
}

/**
 * All files since the copy, in their order, while contacts still rest: a changed address is known
 * before anybody is called by it, and whoever was enrolled after the copy is so again, and what was
 * due to them becomes stale.
 */
async function importAgain({ ground, clinic, importedSince }: Town, asOf: Instant): Promise<void> {
  let isDone = false;
  clinic.queues.errands.send([
    async ({ take }) => {
      for (const chunk of importedSince(asOf)) await take(chunk);
      isDone = true;
    },
  ]);
  while (!isDone) await ground.timeline.pass(lookMs, "import again");
}

type OptedOut = LedgerRow & { readonly event: { readonly type: "opted-out" } };

function optOutsIn(rows: readonly LedgerRow[]): readonly OptedOut[] {
  return rows.filter((row): row is OptedOut => row.event.type === "opted-out");
}

/** As a list of opt-outs is taken in, and then contacts go on. A repeat changes nothing. */
function bringing(unknown: readonly OptedOut[], organization: OrganizationId): Errand {
  return async ({ act, stopPoint, resume, clock }) => {
    for (const { patient, event } of unknown) {
      const { at, via, scope = {}, from } = event;
      const said = { via, scope, evidence: { by: "list", reference: `moved/${patient}` } } as const;
      const { point: _, ...everywhere } = scope;
      if (from !== undefined) {
        const stop = { ...said, at, scope: everywhere };
        await stopPoint({ organization, point: from, stop });
      }
      await act(organization, patient, () => [
        { type: "opt-out", at: clock.now(), saidAt: at, ...said },
      ]);
    }
    await resume(organization, "everything", clock.now());
  };
}
