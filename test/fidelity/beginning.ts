import { gathered } from "#local/simulation/population";
import { dueFact } from "#local/simulation/stand-in";
import { workOff } from "./commands.ts";
import { campaignAt, today } from "./deeds.ts";
import type { Pair } from "./pair.ts";
import { resource } from "./people.ts";
import { queueNames } from "./side.ts";

const boston = { state: "MA", postalCode: "02108" } as const;
const phone = "+16175550134";

/** Two who share a phone and one with a mailbox are in, and the first campaigns have them. */
export async function begin(pair: Pair): Promise<void> {
  const found = [
    ["p0", { phone, mailbox: null, home: boston, language: "en-US" }],
    ["p1", { phone, mailbox: null, home: boston, language: "es-US" }],
    ["p2", { phone: null, mailbox: "one@example.com", home: boston, language: "en-US" }],
  ] as const;
  for (const [at, [person, where]] of found.entries()) {
    const fact = dueFact(person, campaignAt(pair, at).id, today(pair) - 1);
    const given = gathered(person, [fact], resource(person, where));
    await pair.work("first import", [{ worker: 0, job: ({ take }) => take([given]) }]);
  }
  const { id } = pair.setting.organization;
  await pair.work("first selection", [
    { worker: 0, job: ({ select }) => select({ organization: id }) },
  ]);
  for (const name of queueNames) await workOff(pair, name, { worker: 0 });
}
