import { hourMs, minuteMs } from "#domain/time";
import type { WorkQueue } from "#ports";
import type { Ground } from "./environment.ts";
import type { Fleet } from "./fleet.ts";

/** A message that failed is hidden this long before it is delivered again. */
const hiddenMs = 3 * minuteMs;

/** Deliveries before a message is put aside, as `infra/constructs/work-queue.ts` has it. */
const deliveriesMax = 5;

export interface SimulatedQueue<Work> extends WorkQueue<Work> {
  /** Delivers again what was put aside, as a person does once the cause is gone. */
  redrive(): void;
}

/**
 * A queue with its worker: delivers at least once, in no order that anybody may count on, and
 * again when the worker fails or dies. After five deliveries a message waits for `redrive`.
 */
export function createSimulatedQueue<Work, Skills>(options: {
  readonly name: string;
  readonly ground: Ground;
  readonly fleet: Pick<Fleet<Skills>, "begin">;
  readonly handle: (skills: Skills, work: Work) => Promise<unknown>;
  /** Told once the work is done, each time. */
  readonly done?: (work: Work) => void;
  /** How long each message waits before it is handed out for the first time. None by default. */
  readonly delayMs?: number;
}): SimulatedQueue<Work> {
  const { name, ground, fleet, handle, done, delayMs = 0 } = options;
  const { timeline, dice, faults } = ground;
  let waiting = 0;
  let aside: Work[] = [];

  const deliver = (work: Work, delivery: number) => {
    waiting -= 1;
    fleet.begin(
      name,
      (skills) => handle(skills, work),
      (end) => {
        if (end === "done") done?.(work);
        else if (end === "again" && delivery < deliveriesMax) {
          wait(work, hiddenMs, delivery + 1);
        } else aside.push(work);
      },
    );
  };
  const wait = (work: Work, ms: number, delivery: number) => {
    waiting += 1;
    timeline.after(ms, name, () => deliver(work, delivery));
  };
  const put = (work: Work) => {
    const late = dice.is(faults.share("delay")) ? dice.within(0, 5) * hourMs : 0;
    const overtaken = dice.is(faults.share("reorder")) ? dice.within(0, 2) * minuteMs : 0;
    wait(work, delayMs + late + overtaken + dice.between(5, 500), 1);
  };

  return {
    async send(messages) {
      for (const work of messages) {
        put(work);
        if (dice.is(faults.share("duplicate"))) put(work);
      }
    },
    backlog: async () => waiting,
    redrive() {
      const all = aside;
      aside = [];
      for (const work of all) put(work);
    },
  };
}
