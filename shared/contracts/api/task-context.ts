import * as z from "zod/mini";
import { Person } from "./person.ts";
import { channel, EnrollmentName, moment } from "./shown.ts";
import { Note } from "./task-work.ts";
import { TaskRow } from "./tasks.ts";

/** A rule that matched, with the words of the patient that it matched. */
const Match = z.object({
  /** `T1/breathing`, `opt-out/keyword`. */
  rule: z.string(),
  words: z.string(),
  /** Where in the text, in UTF-16 units. */
  start: z.int(),
  end: z.int(),
});

/** What the patient said. */
const Heard = z.object({
  is: z.literal("heard"),
  at: moment,
  channel,
  text: z.string(),
  /** `T0`…`T4` where a red-flag rule found one. */
  tier: z.exactOptional(z.enum(["T0", "T1", "T2", "T3", "T4"])),
  /** What it was taken for: `opt-out`, `answer:wants-call`. */
  meanings: z.array(z.string()),
  matches: z.array(Match),
  /** This is what opened the task. */
  isReason: z.boolean(),
});

/** What we said, or tried to. */
const Said = z.object({
  is: z.literal("said"),
  at: moment,
  channel,
  campaign: z.string(),
  step: z.string(),
  status: z.enum(["claimed", "unknown", "unconfirmed", "sent", "delivered", "failed"]),
  /** As its message reads for this patient now; absent where its version holds none any more. */
  text: z.exactOptional(z.string()),
});

export const Utterance = z.discriminatedUnion("is", [Heard, Said]);
export type Utterance = z.infer<typeof Utterance>;

/** Why there is a task. */
const Cause = z.discriminatedUnion("is", [
  /** The words of a reply; it is the one marked `isReason`. */
  z.object({ is: z.literal("reply"), tier: z.exactOptional(z.string()) }),
  /** A campaign came to this step. */
  z.object({ is: z.literal("step"), step: z.string() }),
  /** What became of a contact, or staff. */
  z.object({ is: z.literal("other") }),
]);

/** How a task may be closed, and where its campaign goes on then. */
const OutcomeOffered = z.object({
  outcome: z.enum(["resolved", "unreachable"]),
  /** The step; absent where no campaign waits for it. */
  leadsTo: z.exactOptional(z.string()),
});

/** All that an agent needs on one page. */
export const TaskContext = z.object({
  task: TaskRow,
  /** False: somebody closed it. It can be read, and nothing be done with it. */
  isOpen: z.boolean(),
  person: Person,
  cause: Cause,
  /** What the agent is asked to do. */
  script: z.string(),
  outcomes: z.array(OutcomeOffered),
  /** The last 50, oldest first. */
  conversation: z.array(Utterance),
  /** Oldest first. */
  notes: z.array(Note),
  enrollments: z.array(z.object({ ...EnrollmentName.shape, step: z.string() })),
  /** The patient's other open tasks. */
  others: z.array(TaskRow),
  now: moment,
});
export type TaskContext = z.infer<typeof TaskContext>;
