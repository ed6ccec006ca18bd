import type { DueMessage } from "#contracts/due-message";
import type { EnrollMessage } from "#contracts/enroll-message";
import type { GatheredPatient } from "#contracts/fhir/gathering";
import type { MirrorMessage } from "#contracts/mirror-message";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import { minuteMs } from "#domain/time";
import type { ReceiptInput } from "#usecases/record-receipt";
import type { ReplyInput } from "#usecases/reply-input";
import type { ResolveInput } from "#usecases/resolve-task";
import type { Ground } from "./environment.ts";
import type { Fleet } from "./fleet.ts";
import { createSimulatedQueue } from "./queue.ts";
import type { Skills } from "./skills.ts";

/** Work that a schedule or a person asks for. */
export type Errand = (skills: Skills) => Promise<unknown>;

/** Where the world brings what it has for the clinic, wherever that is at home. */
export type Queues = ReturnType<typeof openInbound>;

/** The queues inside one region. */
export type RegionQueues = ReturnType<typeof openWorkQueues>;

type Workers = Pick<Fleet<Skills>, "begin">;

/** A region's own queues, each with the function that works it off: as `infra/stacks/engine` joins them. */
export function openWorkQueues(ground: Ground, fleet: Workers) {
  const { open, redrive } = opener(ground, fleet);
  return {
    lanes: {
      sms: open<DueMessage>("sms", ({ contact }, { patient }) => contact(patient, "sms")),
      email: open<DueMessage>("email", ({ contact }, { patient }) => contact(patient, "email")),
      voice: open<DueMessage>("voice", ({ contact }, { patient }) => contact(patient, "voice")),
      decide: open<DueMessage>("decide", (skills, due) =>
        skills.advance(due.organization, due.patient),
      ),
      task: open<DueMessage>("task", (skills, due) => skills.raise(due.organization, due.patient)),
    },
    urgent: open<UrgentMessage>("urgent", (skills, urgent) =>
      skills.raise(urgent.organization, urgent.patient),
    ),
    enroll: open<EnrollMessage>("enroll", (skills, work) => skills.enroll(work)),
    mirror: open<MirrorMessage>(
      "mirror",
      (skills, { organization, patient }) => skills.mirror(organization, patient),
      { delayMs: minuteMs },
    ),
    resolve: open<ResolveMessage>("resolve", (skills, work) =>
      skills.solve(work.organization, work),
    ),
    redrive,
  };
}

/**
 * What comes from outside, worked off by the home's workers: where the home moves, the clinic's
 * lines and what waits on them do too.
 */
export function openInbound(
  ground: Ground,
  home: Workers,
  imported: (gathered: readonly GatheredPatient[]) => void,
) {
  const { open, redrive } = opener(ground, home);
  return {
    imports: open<readonly GatheredPatient[]>(
      "import",
      (skills, gathered) => skills.take(gathered),
      { done: imported },
    ),
    replies: open<ReplyInput>("reply", (skills, reply) => skills.receive(reply)),
    receipts: open<ReceiptInput>("receipt", (skills, receipt) => skills.receipt(receipt)),
    tasks: open<ResolveInput>("agent", (skills, task) => skills.resolveTask(task)),
    errands: open<Errand>("errand", (skills, errand) => errand(skills)),
    redrive,
  };
}

function opener(ground: Ground, fleet: Workers) {
  const all: { redrive(): void }[] = [];
  return {
    open<Work>(
      name: string,
      handle: (skills: Skills, work: Work) => Promise<unknown>,
      more: { readonly done?: (work: Work) => void; readonly delayMs?: number } = {},
    ) {
      const queue = createSimulatedQueue<Work, Skills>({ name, ground, fleet, handle, ...more });
      all.push(queue);
      return queue;
    },
    /** Delivers again what was put aside on any of them. */
    redrive() {
      for (const queue of all) queue.redrive();
    },
  };
}
