import { createManualClock } from "#adapters/memory/clock";
import { monday } from "#support/a-record";
import { createProvider, pacedSending, some } from "#support/paced-sending";
import { createVirtualTime } from "#support/virtual-time";
import { figuresOf, type Result } from "./figures.ts";

const second = 1_000;
const minute = 60 * second;

/** What a 10DLC number, a toll-free number and a short code take each second, and for how long. */
const limits = [
  { perSecond: 1, minutes: 20 },
  { perSecond: 3, minutes: 10 },
  { perSecond: 100, minutes: 2 },
] as const;

/** The longest that a naive sender waits before it tries a text again. */
const backoffMaxMs = 64 * second;

/**
 * Sends what is due faster than a provider takes it, in virtual time: as the release and the senders do, and
 * beside it as a queue's workers do who know no pace, try at once and back off when they are refused.
 */
export async function pacing(): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { perSecond, minutes } of limits) {
    const ours = measured(await pacedSending({ perSecond, minutes }), perSecond);
    const naive = measured(await backingOff(perSecond, minutes), perSecond);
    const of = (name: string, unit: string, value: number): Result => ({
      name: `${name}, ${perSecond} a second`,
      unit,
      figures: figuresOf([value]),
    });
    results.push(
      {
        ...of("Goodput by the pace", "× the limit", ours.goodput),
        bar: { is: "at-least", value: 0.97 },
      },
      {
        ...of("  texts refused for now", "× those taken", ours.throttles),
        bar: { is: "at-most", value: 0.001 },
      },
      of("  goodput by backing off", "× the limit", naive.goodput),
      of("  refused for now by it", "× those taken", naive.throttles),
    );
  }
  return results;
}

interface Taken {
  readonly calls: readonly number[];
  readonly throttled: readonly number[];
}

function measured({ calls, throttled }: Taken, perSecond: number) {
  const seconds = ((calls.at(-1) ?? 0) - (calls[0] ?? 0)) / second;
  return {
    goodput: (calls.length - 1) / seconds / perSecond,
    throttles: throttled.length / calls.length,
  };
}

/**
 * As many texts, all on a queue from the beginning, and as many workers as a lane would have: each tries its
 * text again after one second, two, four and so on, with jitter (AWS Architecture Blog, "Exponential
 * Backoff And Jitter"), as an SDK or a visibility timeout does.
 */
async function backingOff(perSecond: number, minutes: number): Promise<Taken> {
  const clock = createManualClock(monday);
  const time = createVirtualTime(clock);
  const provider = createProvider(perSecond, clock.now);
  const throttled: number[] = [];
  const end = monday + minutes * minute;
  const send = async (text: number) => {
    for (let tries = 0; clock.now() < end; tries += 1) {
      const { is } = provider.take();
      await time.sleep(some(60, 250, `${text} ${tries}`));
      if (is === "accepted") return;
      throttled.push(clock.now());
      const most = Math.min(backoffMaxMs, second * 2 ** tries);
      await time.sleep(some(0, most, `wait ${text} ${tries}`));
    }
  };
  for (let text = 0; text < perSecond * 60 * (minutes + 1); text += 1) void send(text);
  await time.runTo(end);
  return { calls: provider.calls, throttled };
}
