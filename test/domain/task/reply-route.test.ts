import { describe, expect, it } from "vitest";
import { understand } from "../../../shared/domain/reply/understand.ts";
import { replyRoute } from "../../../shared/domain/task/reply-route.ts";

const question = { answers: { "1": "wants-booking", "3": "already-done" } };
const routeOf = (text: string) => replyRoute(understand(text, { question }));

describe("who reads a reply", () => {
  it.each([
    ["I want to kill myself", "crisis", "stat", true],
    ["my chest hurts and I can't breathe", "nurse", "stat", true],
    ["the pills make me dizzy", "nurse", "routine", false],
    ["my husband passed away last week, he was your patient", "registration", "asap", true],
    ["CANCEL", "scheduling", "routine", false],
    ["3. I had it done in Springfield", "nurse", "routine", false],
  ])("%s", (text, queue, priority, holds) => {
    expect(routeOf(text)).toMatchObject({ queue, priority, holds });
  });

  it.each(["1", "STOP", "HELP", "thank you"])("nobody need read %s", (text) => {
    expect(routeOf(text)).toBeUndefined();
  });
});
