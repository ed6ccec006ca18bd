import { describe, expect, it } from "vitest";
import { gistOf } from "#domain/campaign/gist";

const plain =
  "It is time for your visit. We can help you find a day that is good for you. Call us and we will set it up. It does not take long, and you can bring a friend with you.";

describe("what a message gives away", () => {
  it.each([
    ["{clinic}: we have a message for you. Call {phone}.", "L0", []],
    ["{clinic}: you are due for a health screening.", "L1", ["due", "screening"]],
    ["{clinic}: your amlodipine is ready.", "L2", ["amlodipine"]],
  ])("of “%s” is %s", (text, tier, telling) => {
    expect(gistOf([text], "en")).toMatchObject({ tier, telling });
  });

  it("is the most that any of its parts tells", () => {
    expect(gistOf(["A note", "Your refill is ready", "Take your metformin"], "en").tier).toBe("L2");
  });
});

describe("how hard a message is to read", () => {
  it("is a school grade in English and an ease in Spanish, where it is long enough", () => {
    expect(gistOf([plain], "en").reading).toMatchObject({ measure: "grade", isEasy: true });
    const spanish = `${"Es hora de su visita. Le ayudamos a buscar un día que le venga bien. ".repeat(3)}`;
    expect(gistOf([spanish], "es").reading).toMatchObject({ measure: "ease", isEasy: true });
  });

  it("is not told of a few words, nor in a language without a formula", () => {
    expect(gistOf(["It is time for your visit."], "en").reading).toBeUndefined();
    expect(gistOf([plain], "vi").reading).toBeUndefined();
  });
});
