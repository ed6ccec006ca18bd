import type { Channel } from "#domain/patient/contact-point";
import type { SendOutcome } from "#domain/record/command";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import type { Send } from "#local/simulation/plant";
import type { CallPlacer, EmailSender, SmsSender } from "#ports";
import { TryAgain } from "../../../shared/errors.ts";
import type { Worker } from "./interleaving.ts";
import type { Tally } from "./tally.ts";
import type { Trace } from "./trace.ts";

/** What a provider makes of a message that reaches it. */
export type CarrierAnswer = "accepted" | "throttled" | "opted-out" | "answer-lost" | "call-lost";

const unknown: SendOutcome = { is: "unknown", reason: "timeout" };

/** What the worker hears; to `accepted` the provider's id is added. */
const outcomes: Readonly<Record<Exclude<CarrierAnswer, "accepted">, SendOutcome>> = {
  throttled: { is: "released", reason: "throttled" },
  "opted-out": { is: "refused", reason: "opted-out-at-carrier" },
  "answer-lost": unknown,
  "call-lost": unknown,
};

export interface Senders {
  readonly sms: SmsSender;
  readonly email: EmailSender;
  readonly calls: CallPlacer;
}

/**
 * The providers of all channels, which write down what they are asked and what they accept, and
 * answer in this order; when the answers run out they accept. As the real ones they never throw:
 * what a worker cannot know is unknown.
 */
export function createCarrier(
  trace: Trace,
  now: () => Instant,
  answers: readonly CarrierAnswer[],
  tally: Tally,
) {
  let asked = 0;
  const take = async (key: TouchKey): Promise<SendOutcome> => {
    const answer = answers[asked] ?? "accepted";
    asked += 1;
    if (answer === "accepted" || answer === "answer-lost") {
      tally.accepted += 1;
      trace.add({ is: "accepted", at: now(), key });
    }
    return answer === "accepted"
      ? { is: "accepted", providerId: `provider-${asked}` }
      : outcomes[answer];
  };
  return {
    /** How one worker reaches them. `wrap` stands between the worker and the provider. */
    sendersOf(worker: Worker, clock: () => Instant, wrap: (send: Send) => Send): Senders {
      const over = (channel: Channel): Send =>
        wrap(async ({ key, to }) => {
          trace.add({ is: "call-began", at: now(), key, channel, to, workerAt: clock() });
          try {
            return await worker.turn(`${channel} provider takes ${key}`, () => take(key));
          } catch (error) {
            if (error instanceof TryAgain) return unknown;
            throw error;
          }
        });
      return {
        sms: { send: over("sms") },
        email: { send: over("email") },
        calls: { place: over("voice") },
      };
    },
  };
}
