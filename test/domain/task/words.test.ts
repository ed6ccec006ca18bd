import { describe, expect, it } from "vitest";
import { taskWords } from "#domain/task/words";

describe("what a task asks of an agent", () => {
  it("is what the campaign's author wrote", () => {
    expect(taskWords("book", { tasks: { book: "Call and book." } })).toBe("Call and book.");
  });

  it.each(["reply-T0", "reply-T1", "reply-T2", "reply-T3", "reply-T4", "read-reply"])(
    "is said for %s, which no campaign wrote",
    (reason) => expect(taskWords(reason)).not.toBe(reason),
  );

  it("is the reason where nobody wrote more", () => {
    expect(taskWords("something-new", { tasks: {} })).toBe("something-new");
  });
});
