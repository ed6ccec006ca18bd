import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

const asked = (...names: string[]) => ({
  question: { answers: Object.fromEntries(names.map((name, index) => [`${index + 1}`, name])) },
});
const booking = asked("wants-booking", "wants-call", "already-done");
const refill = asked("refilled", "wants-help");
const barrier = asked("refilled", "cost", "feels-bad", "other-reason");

describe("an answer in a patient's own words", () => {
  it.each([
    ["I already picked it up", refill, "refilled"],
    ["got it yesterday", refill, "refilled"],
    ["ya la tengo", refill, "refilled"],
    ["ya la recogí ayer", refill, "refilled"],
    ["I need help", refill, "wants-help"],
    ["me pueden ayudar por favor", refill, "wants-help"],
    ["call me", booking, "wants-call"],
    ["can someone call me please", booking, "wants-call"],
    ["que me llame alguien por favor", booking, "wants-call"],
    ["book it please", booking, "wants-booking"],
    ["I want to schedule an appointment", booking, "wants-booking"],
    ["quiero una cita", booking, "wants-booking"],
    ["I had it done last month", booking, "already-done"],
    ["ya me la hice", booking, "already-done"],
    ["it costs too much", barrier, "cost"],
    ["está muy caro", barrier, "cost"],
    ["makes me sick", barrier, "feels-bad"],
    ["me cae mal", barrier, "feels-bad"],
    ["I forgot", barrier, "other-reason"],
    ["no ride", barrier, "other-reason"],
    ["maybe later", asked("wants-booking", "not-now"), "not-now"],
    ["ahora no", asked("wants-booking", "not-now"), "not-now"],
    ["set me up", asked("wants-setup", "wants-call"), "wants-setup"],
  ] as const)("%s", (text, context, answer) => {
    expect(understand(text, context)).toMatchObject({ answer });
  });

  it.each([
    ["I haven't picked it up", refill],
    ["I did not get it yet", refill],
    ["I will pick it up tomorrow", refill],
    ["did you already call it in?", refill],
    ["todavía no la he recogido", refill],
    ["I had it done last month, call me to book another", booking],
    ["if it costs too much", barrier],
  ] as const)("is not sure, so a person reads: %s", (text, context) => {
    const { answer, review } = understand(text, context);
    expect({ answer, review }).toEqual({ answer: undefined, review: true });
  });

  it("counts only when the question offers it", () => {
    expect(understand("call me", refill).answer).toBe("wants-help");
    expect(understand("book it please", barrier).answer).toBeUndefined();
  });

  it("needs no second person where the campaign already acts on it", () => {
    expect(understand("call me", booking)).not.toHaveProperty("tier");
    expect(understand("call me")).toMatchObject({ wantsPerson: true, tier: "T4" });
  });

  it("never hides an emergency that comes with it", () => {
    expect(understand("call me, I can't breathe", booking)).toMatchObject({ tier: "T1" });
  });
});

describe("yes and no in daily words", () => {
  const yesOrNo = asked("yes", "no");
  it.each([
    ["yep", "yes"],
    ["Sip", "yes"],
    ["claro que si", "yes"],
    ["👌", "yes"],
    ["✅ yes", "yes"],
    ["of course", undefined],
    ["nah", "no"],
    ["para nada", "no"],
    ["nel", "no"],
    ["❌", "no"],
    ["no way", "no"],
    ["yes but no", undefined],
    ["not sure", undefined],
    ["para", undefined],
  ])("%s", (text, answer) => {
    expect(understand(text, yesOrNo).answer).toBe(answer);
  });
});
