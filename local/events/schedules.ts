import { randomUUID } from "node:crypto";
import { type Instant, minuteMs } from "#domain/time";
import type { LocalClock } from "../clock.ts";
import { localAccount, localRegion } from "../engines/fauxqs.ts";
import type { SchedulePlan } from "../template/triggers.ts";
import { parseTiming, type Timing } from "./schedule-expression.ts";
import type { Targets } from "./targets.ts";

/** A schedule at least this frequent looks for due work; while nothing is due it changes nothing. */
const tickAtMostMs = 5 * minuteMs;

interface Timed {
  readonly plan: SchedulePlan;
  readonly timing: Timing;
}

/** EventBridge Scheduler. Frequent rates are ticks, which the virtual clock may skip. */
export class Schedules {
  readonly #clock: LocalClock;
  readonly #targets: Targets;
  readonly #ticks: Timed[] = [];
  readonly #others: Timed[] = [];

  constructor(plans: readonly SchedulePlan[], targets: Targets, clock: LocalClock) {
    this.#clock = clock;
    this.#targets = targets;
    for (const plan of plans) {
      const timing = parseTiming(plan.expression, plan.zone);
      const isTick = clock.isVirtual && timing.kind === "rate" && timing.everyMs <= tickAtMostMs;
      (isTick ? this.#ticks : this.#others).push({ plan, timing });
    }
  }

  start(): void {
    const now = this.#clock.now();
    for (const { plan, timing } of this.#others) {
      this.#arm(plan, timing.kind === "rate" ? every(timing.everyMs, now) : timing.next);
    }
  }

  get hasTicks(): boolean {
    return this.#ticks.length > 0;
  }

  /** Starts the targets of all frequent rates. */
  tick(): void {
    for (const { plan } of this.#ticks) this.#fire(plan);
  }

  #arm(plan: SchedulePlan, next: (after: Instant) => Instant | undefined): void {
    const at = next(this.#clock.now());
    if (at === undefined) return;
    this.#clock.schedule(at, `schedule:${plan.name}`, () => {
      this.#fire(plan);
      this.#arm(plan, next);
    });
  }

  #fire(plan: SchedulePlan): void {
    const time = new Date(this.#clock.now()).toISOString().replace(/\.\d+Z$/, "Z");
    const arn = `arn:aws:scheduler:${localRegion}:${localAccount}:schedule/default/${plan.name}`;
    const id = randomUUID();
    const given = plan.input
      ?.replaceAll("<aws.scheduler.scheduled-time>", time)
      .replaceAll("<aws.scheduler.schedule-arn>", arn)
      .replaceAll("<aws.scheduler.execution-id>", id)
      .replaceAll("<aws.scheduler.attempt-number>", "1");
    const standard = {
      version: "0",
      id,
      "detail-type": "Scheduled Event",
      source: "aws.scheduler",
      account: localAccount,
      time,
      region: localRegion,
      resources: [arn],
      detail: "{}",
    };
    this.#targets.deliver(plan.targetArn, given ?? JSON.stringify(standard));
  }
}

/** Counted from the start of the stack. */
function every(everyMs: number, from: Instant): (after: Instant) => Instant {
  return (after) => from + (Math.floor((after - from) / everyMs) + 1) * everyMs;
}
