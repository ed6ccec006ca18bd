import * as fc from "fast-check";
import type { Halt } from "#domain/contact/halt";
import { dayMs, hourMs, minuteMs } from "#domain/time";
import { campaignAt, deeds, oneOf } from "./deeds.ts";
import type { Pair } from "./pair.ts";
import { people, points } from "./people.ts";
import { deliveryOf } from "./queue-work.ts";
import { type QueueName, queueNames } from "./side.ts";
import { fates, type Strike } from "./strike.ts";

type Command = fc.AsyncCommand<object, Pair>;

/** One kind of thing that can happen to a clinic; what was drawn is told in a counterexample. */
function command<Drawn>(
  name: string,
  drawn: fc.Arbitrary<Drawn>,
  run: (pair: Pair, drawn: Drawn) => Promise<unknown>,
): readonly [string, fc.Arbitrary<Command>] {
  const made = drawn.map((given) => ({
    check: () => true,
    async run(_: object, pair: Pair) {
      await run(pair, given);
    },
    toString: () => `${name} ${JSON.stringify(given, (_key, part) => shown(part))}`,
  }));
  return [name, made];
}

function shown(part: unknown): unknown {
  return typeof part === "function" ? part.toString() : part;
}

const halts: readonly Halt[] = ["everything", "sms", "voice", "email"];
const byPerson = { by: "person" } as const;
const byBreaker = { by: "breaker", reason: "account" } as const;

const worker = fc.integer({ min: 0, max: 1 });
const nth = fc.nat({ max: 1_000 });
const campaign = fc.nat({ max: 3 });
const queue = fc.constantFrom(...queueNames);

/** Most work is struck by nothing. */
const strike: fc.Arbitrary<Strike | undefined> = fc.option(
  fc.record({ call: fc.integer({ min: 0, max: 14 }), fate: fc.constantFrom(...fates) }),
  { freq: 4, nil: undefined },
);

const anyDeed = fc
  .constantFrom(...Object.entries(deeds))
  .chain(([name, drawn]) => drawn.map((deed) => ({ name, deed })));

interface Workers {
  readonly worker: number;
  readonly strike?: Strike | undefined;
  /** Every message comes to both workers at the same time. */
  readonly isTwice?: boolean;
}

/** Works off all that waits; what failed is given once more, unstruck. */
export async function workOff(
  pair: Pair,
  name: QueueName,
  { worker: by, strike: struck, isTwice = false }: Workers,
): Promise<void> {
  for (const message of await pair.take(name)) {
    const delivery = deliveryOf(name, message);
    const { job } = delivery;
    const what = `work of ${name}${isTwice ? ", twice at once" : ""}`;
    const other = isTwice ? [{ worker: by + 1, job }] : [];
    const [end] = await pair.work(what, [{ worker: by, job, strike: struck }, ...other]);
    pair.keep(delivery);
    if (end?.is !== "done") await pair.work(what, [{ worker: by, job }]);
  }
}

const byDeeds = Object.entries(deeds).map(([name, drawn]) =>
  command(name, fc.record({ deed: drawn, worker, strike }), async (pair, { deed, ...by }) => {
    const job = deed(pair);
    if (job) await pair.work(name, [{ ...by, job }]);
  }),
);

/** All that can happen, by name. */
export const commands = [
  ...byDeeds,
  command("two at once", fc.tuple(anyDeed, anyDeed), async (pair, both) => {
    const work = both.flatMap(({ deed }, by) => {
      const job = deed(pair);
      return job ? [{ worker: by, job }] : [];
    });
    if (work.length > 0) await pair.work(both.map(({ name }) => name).join(" beside "), work);
  }),
  command(
    "one message to two workers",
    fc.record({ nth, strike }),
    async (pair, { nth: at, strike: struck }) => {
      const again = oneOf(pair.done, at);
      if (!again) return;
      const both = [
        { worker: 0, job: again.job, strike: struck },
        { worker: 1, job: again.job },
      ];
      await pair.work(`${again.name} twice at once`, both);
    },
  ),
  command(
    "work off a queue",
    fc.record({ queue, worker, strike }),
    (pair, { queue: name, ...by }) => workOff(pair, name, by),
  ),
  command("work off all queues", fc.record({ worker, isTwice: fc.boolean() }), async (pair, by) => {
    for (const name of queueNames) await workOff(pair, name, by);
  }),
  command(
    "deliver a message again",
    fc.record({ nth, worker, strike }),
    async (pair, { nth: at, ...by }) => {
      const again = oneOf(pair.done, at);
      if (again) await pair.work(`${again.name} again`, [{ ...by, job: again.job }]);
    },
  ),
  command("pause or go on", fc.record({ campaign, isPaused: fc.boolean() }), (pair, drawn) => {
    const { id } = campaignAt(pair, drawn.campaign);
    const { organization } = pair.setting;
    return pair.ask("campaigns setPaused", ({ ports }) =>
      ports.campaigns.setPaused(organization.id, id, drawn.isPaused),
    );
  }),
  command(
    "halt",
    fc.record({ what: fc.constantFrom(...halts), by: fc.constantFrom(byPerson, byBreaker) }),
    (pair, { what, by }) => {
      const halted = { what, since: pair.clock.now(), ...by };
      const { id } = pair.setting.organization;
      return pair.ask("organization halt", ({ ports }) => ports.organizations.halt(id, halted));
    },
  ),
  command("resume", fc.constantFrom(...halts), (pair, what) => {
    const { id } = pair.setting.organization;
    const at = pair.clock.now();
    return pair.ask("organization resume", ({ ports }) => ports.organizations.resume(id, what, at));
  }),
  command("show the stream", fc.integer({ min: 1, max: 20 }), async (pair, many) => {
    for (const rows of pair.unshown.splice(0, many)) await pair.show(rows);
  }),
  command("show a write again", nth, async (pair, at) => {
    const rows = oneOf(pair.shown, at);
    if (rows) await pair.show(rows);
  }),
  command("let minutes pass", fc.integer({ min: 1, max: 90 }), async (pair, minutes) => {
    pair.clock.moveTo(pair.clock.now() + minutes * minuteMs);
  }),
  command("let hours pass", fc.integer({ min: 1, max: 40 }), async (pair, hours) => {
    pair.clock.moveTo(pair.clock.now() + hours * hourMs);
  }),
  command("let days pass", fc.integer({ min: 1, max: 12 }), async (pair, days) => {
    pair.clock.moveTo(pair.clock.now() + days * dayMs);
  }),
  command("let a worker go", worker, async (pair, by) => pair.renew(by)),
  command("look at everything", fc.constant(null), (pair) => pair.compareAll(people, points)),
] as const;
