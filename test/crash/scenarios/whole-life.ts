import type { Tier } from "#domain/reply/understanding";
import { hourMs, minuteMs } from "#domain/time";
import { type Dice, diceOf } from "#local/simulation/dice";
import { keyPressed, mailFrom, receiptOf, textFrom } from "../world/carriers.ts";
import { clock } from "../world/clock.ts";
import type { Ground } from "../world/ground.ts";
import type { Reaction } from "../world/life.ts";
import type { Acceptance } from "../world/provider.ts";

/** What somebody may say to a message; undefined: nothing. */
const words: readonly { readonly text: string; readonly tier?: Tier }[] = [
  { text: "1" },
  { text: "thanks" },
  { text: "HELP" },
  { text: "STOP" },
  { text: "my chest hurts and I can't breathe", tier: "T1" },
  { text: "I ran out of insulin", tier: "T2" },
];

/** A patient who is due for a campaign with every kind of step. */
export async function prepareLife(ground: Ground): Promise<void> {
  await ground.admit();
  await ground.publish();
}

/** A patient whom a seed makes answer, or not, in one way or the other. */
export class Person {
  readonly said: { readonly reply: string; readonly tier?: Tier }[] = [];
  readonly #dice: Dice;

  constructor(seed: number) {
    this.#dice = diceOf(`crash person/${seed}`);
  }

  /** What carriers and the person make of a message. */
  readonly reactTo = (message: Acceptance): readonly Reaction[] => {
    const dice = this.#dice;
    const receipt: Reaction = { afterMs: minuteMs, queue: "receipts", event: receiptOf(message) };
    // Carriers repeat themselves, or keep silent.
    const receipts = dice.one([[receipt], [receipt], [receipt, receipt], []]);
    return [...receipts, ...(dice.is(0.6) ? [this.#answer(message)] : [])];
  };

  #answer({ channel, key, to, providerId }: Acceptance): Reaction {
    const id = `${channel}-in-${this.said.length + 1}`;
    if (channel === "voice") {
      const digit = this.#dice.one(["1", "0", "9"]);
      this.said.push({ reply: `${providerId}.${digit}` });
      const event = keyPressed(to, providerId, digit, key);
      return { afterMs: minuteMs / 2, invokes: "receive-call", event };
    }
    const { text, tier } = this.#dice.one(words);
    this.said.push({ reply: id, ...(tier ? { tier } : {}) });
    const afterMs = Math.round(this.#dice.within(0.1, 3) * hourMs);
    return channel === "sms"
      ? { afterMs, queue: "sms-inbound", event: textFrom(to, id, text) }
      : { afterMs, queue: "email-inbound", event: mailFrom(to, id, text, clock.now()) };
  }
}
