import { sendTimeoutMs } from "../../limits.ts";
import { touchKey } from "../../record/touch.ts";
import { type AboutTouch, type Hearing, isAboutTouch, type Judge, type Tell } from "../judge.ts";
import { type TouchStory, touchIn } from "../story.ts";

/** Law 1: a provider accepts at most one message per touch key. */
export const atMostOnce: Judge = {
  law: 1,
  hear(hearing, tell) {
    const { event, row, story } = hearing;
    if (event.type === "enrolled") return hearEnrolled(hearing, tell);
    if (!isAboutTouch(event)) return;
    const key = touchKey(row, event.touch);
    hearTouch(event, touchIn(story, key), (message, rows) => tell(key, message, rows));
  },
  close({ touches }, { accepted }, tell) {
    const seen = new Set<string>();
    for (const { key } of accepted) {
      const touch = touches.get(key);
      if (seen.has(key)) tell(key, "the provider accepted it twice", touch?.rows);
      seen.add(key);
      if ((touch?.claims ?? []).length === 0) {
        tell(key, "the provider accepted it without a standing claim", touch?.rows);
      }
    }
  },
};

/** The keys of an episode would come again. */
function hearEnrolled({ event, story }: Hearing, tell: Tell): void {
  if (event.type !== "enrolled") return;
  const subject = `${event.campaign}/${event.episode}`;
  const before = story.episodes.get(subject);
  if (before !== undefined) tell(subject, "the same episode began twice", [before]);
  for (const [open, { revision }] of story.enrollments) {
    const isAnother = open !== subject && open.startsWith(`${event.campaign}/`);
    if (isAnother) tell(subject, "enrolled twice at once in one campaign", [revision]);
  }
}

/** Outcomes that only a contact can have which somebody claimed. */
const outcomes: ReadonlySet<AboutTouch["type"]> = new Set<AboutTouch["type"]>([
  "touch-accepted",
  "touch-released",
  "touch-unknown",
  "touch-failed",
  "touch-receipted",
]);

function hearTouch(
  event: AboutTouch,
  touch: TouchStory,
  tell: (message: string, rows: readonly number[]) => void,
): void {
  const { status, rows } = touch;
  if (event.type === "touch-claimed") {
    if (status === "claimed") tell("claimed again while a worker held it", rows);
    if (status === "ended") tell("claimed again after its end", rows);
    if (event.leaseUntil < event.startBy + sendTimeoutMs) {
      tell("the claim may end before the provider has answered", rows);
    }
    return;
  }
  if (outcomes.has(event.type) && touch.claims.length === 0) {
    tell("an outcome of a contact that nobody had claimed", rows);
    return;
  }
  if (event.type === "touch-accepted" && touch.acceptances > 0) tell("accepted twice", rows);
  if (event.type === "touch-released" && status === "ended") {
    tell("let go after its end, so that it could go again", rows);
  }
}
