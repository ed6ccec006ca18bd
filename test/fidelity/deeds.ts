import * as fc from "fast-check";
import type { Campaign } from "#domain/campaign/campaign";
import { pointId } from "#domain/patient/point-id";
import type { Receipt } from "#domain/record/command";
import { dayOf } from "#domain/time";
import { gathered } from "#local/simulation/population";
import type { Skills } from "#local/simulation/skills";
import { doneFact, dueFact, revised } from "#local/simulation/stand-in";
import type { Pair } from "./pair.ts";
import { found, mailboxes, numbers, people, resource } from "./people.ts";

export type Job = (skills: Skills) => Promise<unknown>;

/** What a worker is given to do as things stand, or nothing where there is nothing of the kind. */
export type Deed = (pair: Pair) => Job | undefined;

const words = [
  ...["1", "2", "STOP", "START", "KEEP", "HELP", "please stop texting me", "call me"],
  ...["my chest hurts and I can't breathe", "who is this", "wrong number", "ya no me escriban"],
  ...["I already did it last Tuesday", "quiero hablar con una persona", ""],
] as const;

const receipts: readonly Receipt[] = [
  { is: "sent" },
  { is: "delivered", by: "device" },
  { is: "failed", reason: "unreachable" },
  { is: "failed", reason: "invalid-address" },
];

const person = fc.constantFrom(...people);
/** One of what there is by then. */
const nth = fc.nat({ max: 1_000 });
const campaign = fc.nat({ max: 3 });
const text = fc.constantFrom(...words);
/** Some come twice under one id. */
const id = fc.nat({ max: 40 });

export function oneOf<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % Math.max(1, items.length)];
}

export function campaignAt({ setting }: Pair, at: number): Campaign {
  const one = oneOf(setting.campaigns, at);
  if (!one) throw new Error("no campaign");
  return one;
}

export function today({ clock, setting }: Pair): number {
  return dayOf(clock.now(), setting.organization.business.zone);
}

function deed<Drawn>(
  drawn: fc.Arbitrary<Drawn>,
  make: (pair: Pair, drawn: Drawn) => Job | undefined,
): fc.Arbitrary<Deed> {
  return drawn.map((given) => {
    const made: Deed = (pair) => make(pair, given);
    // What was drawn is what a counterexample tells.
    return Object.assign(made, { toString: () => JSON.stringify(given) });
  });
}

const importPatient = deed(fc.record({ person, found, campaign }), (pair, drawn) => {
  const fact = dueFact(drawn.person, campaignAt(pair, drawn.campaign).id, today(pair) - 1);
  const given = gathered(drawn.person, [fact], resource(drawn.person, drawn.found));
  return ({ take }) => take([given]);
});

const importFact = deed(
  fc.record({ person, campaign, daysAgo: fc.nat({ max: 70 }) }),
  (pair, drawn) => {
    const day = today(pair) - drawn.daysAgo;
    const fact = dueFact(drawn.person, campaignAt(pair, drawn.campaign).id, day);
    return ({ take }) => take([gathered(drawn.person, [fact])]);
  },
);

const meetGoal = deed(fc.record({ person, campaign }), (pair, drawn) => {
  const fact = doneFact(drawn.person, campaignAt(pair, drawn.campaign).id, today(pair));
  return ({ take }) => take([gathered(drawn.person, [fact])]);
});

const changeAddress = deed(fc.record({ person, found }), (_, drawn) => {
  const given = gathered(drawn.person, [], resource(drawn.person, drawn.found));
  return ({ take }) => take([given]);
});

const select = deed(
  fc.constant({}),
  ({ setting }) =>
    (skills) =>
      skills.select({ organization: setting.organization.id }),
);

const release = deed(fc.constant({}), () => (skills) => skills.release());

const report = deed(
  fc.record({ nth, receipt: fc.constantFrom(...receipts) }),
  ({ accepted }, drawn) => {
    const touch = oneOf(accepted, drawn.nth);
    if (touch === undefined) return undefined;
    return (skills) => skills.receipt({ touch, receipt: drawn.receipt });
  },
);

const write = deed(
  fc.record({ from: fc.constantFrom(...numbers), text, id }),
  ({ setting }, drawn) => {
    const from = { point: pointId(drawn.from), address: drawn.from };
    const { organization } = setting;
    const reply = { ...{ organization: organization.id, reply: `text-${drawn.id}`, from } };
    return ({ receive }) => receive({ ...reply, channel: "sms", text: drawn.text });
  },
);

const mail = deed(
  fc.record({ from: fc.constantFrom(...mailboxes), text, id }),
  ({ setting }, drawn) => {
    const from = { point: pointId(drawn.from), address: drawn.from };
    const { organization } = setting;
    const reply = { ...{ organization: organization.id, reply: `mail-${drawn.id}`, from } };
    return ({ receive }) => receive({ ...reply, channel: "email", text: drawn.text });
  },
);

const closeTask = deed(
  fc.record({ nth, outcome: fc.constantFrom("resolved" as const, "unreachable" as const) }),
  ({ raised, setting }, drawn) => {
    const one = oneOf(raised, drawn.nth);
    if (one === undefined) return undefined;
    const { patient, task } = one;
    const organization = setting.organization.id;
    const closed = { organization, patient, task: task.id, outcome: drawn.outcome };
    return ({ resolveTask }) => resolveTask(closed);
  },
);

const publish = deed(
  fc.record({ campaign, revision: fc.integer({ min: 1, max: 3 }) }),
  (pair, drawn) => {
    const changed = revised(campaignAt(pair, drawn.campaign), drawn.revision);
    return (skills) => skills.publish(pair.setting.organization.id, [changed]);
  },
);

const rollBack = deed(campaign, (pair, at) => {
  const first = campaignAt(pair, at);
  return (skills) => skills.publish(pair.setting.organization.id, [first]);
});

/** All that a worker may be given to do beside what comes from a queue, by what it is. */
export const deeds = {
  "import a patient": importPatient,
  "import facts": importFact,
  "meet a goal": meetGoal,
  "move or change phones": changeAddress,
  select,
  release,
  "report on a touch": report,
  "write a reply": write,
  "mail a reply": mail,
  "close a task": closeTask,
  "publish another version": publish,
  "roll back": rollBack,
} as const satisfies Readonly<Record<string, fc.Arbitrary<Deed>>>;
