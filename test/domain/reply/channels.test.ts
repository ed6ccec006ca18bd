import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

const question = { answers: { "1": "wants-booking", "2": "wants-call" } };

describe("what was heard on a call", () => {
  it("badly goes to a person, one tier higher than it was understood", () => {
    const heard = (text: string) => understand(text, { channel: "voice", confidence: 0.4 });
    expect(heard("the pill makes me dizzy")).toMatchObject({ tier: "T2", review: true });
    expect(heard("swollen ankles since the weekend")).toMatchObject({ tier: "T1", review: true });
    expect(heard("thank you")).toMatchObject({ review: true });
    expect(heard("thank you")).not.toHaveProperty("tier");
  });

  it("badly never speaks of suicide on a guess, and never less of it", () => {
    const heard = (text: string) => understand(text, { channel: "voice", confidence: 0.4 });
    expect(heard("my chest hurts")).toMatchObject({ tier: "T1" });
    expect(heard("I want to die")).toMatchObject({ tier: "T0" });
  });

  it("well is taken as it is", () => {
    const heard = understand("the pill makes me dizzy", { channel: "voice", confidence: 0.9 });
    expect(heard).toMatchObject({ tier: "T3", review: false });
  });

  it.each(["*", "#", "7"])("as the key %s, which means nothing, is asked for again", (key) => {
    const understood = understand(key, { channel: "voice", question });
    expect(understood.review).toBe(false);
    expect(understood).not.toHaveProperty("answer");
  });

  it("as a 9 ends all calls, and as a 0 asks for a person", () => {
    expect(understand("9", { channel: "voice", question })).toMatchObject({ optOut: true });
    expect(understand("0", { channel: "voice", question })).toMatchObject({ wantsPerson: true });
  });
});

describe("of an email only the patient's own words count", () => {
  it.each([
    ["2\n\nOn Mon, Oak Clinic wrote:\n> Reply STOP to opt out.\n> stop texting"],
    ["2\n> Reply STOP to opt out."],
    ["> Reply 1 to book\n2\n> Reply STOP"],
    ["2\n\nSent from my iPhone\nstop"],
    ["2\n--\nJane Doe\nStop Smoking Coach"],
    ["2\n\nCONFIDENTIALITY NOTICE: stop reading if this is not for you."],
    ["<div>2</div><br>\n-----Original Message-----\nstop texting me"],
    ["2&nbsp;\n\nEnviado desde mi iPhone\nALTO"],
    ["2\nEl lun, Oak Clinic escribió:\n> responda STOP"],
  ])("%j", (mail) => {
    expect(understand(mail, { channel: "email", question })).toMatchObject({
      optOut: false,
      answer: "wants-call",
      review: false,
    });
  });

  it("and they are found where they stand", () => {
    const mail = "> stop\n<p>my chest hurts</p>";
    const { optOut, tier, spans } = understand(mail, { channel: "email" });
    expect({ optOut, tier }).toEqual({ optOut: false, tier: "T1" });
    const flag = spans.find(({ rule }) => rule === "T1/chest");
    expect(mail.slice(flag?.start, flag?.end)).toBe("chest hurts");
  });
});
