import { describe, expect, it } from "vitest";
import { ownWords } from "#domain/reply/own-words";
import { isReaction } from "#domain/reply/reaction";

const ownMail = (mail: string) => ownWords(mail, "email");
const blanks = (text: string) => " ".repeat(text.length);

describe("of an email", () => {
  it("tags and entities are blanked, and every word stays at its place", () => {
    expect(ownMail("<b>2</b> please")).toBe("   2     please");
    expect(ownMail("a&nbsp;b&#8217;c")).toBe("a      b       c");
    expect(ownMail("we <3 you, a < b > c")).toBe("we <3 you, a < b > c");
  });

  it.each(["3 < 4 and 5 > 2", "a <3 b>", "I <", "x <b without end", "<>2", "a & b; c", "&#8;"])(
    "what is no tag and no entity stays: %s",
    (text) => {
      expect(ownMail(text)).toBe(text);
    },
  );

  it("a tag has up to 301 characters", () => {
    const tag = (length: number) => `<${"a".repeat(length - 2)}>`;
    expect(ownMail(`${tag(301)}2`)).toBe(`${blanks(tag(301))}2`);
    expect(ownMail(`${tag(302)}2`)).toBe(`${tag(302)}2`);
    expect(ownMail(`${tag(302).slice(0, -1)}<b>2`)).toBe(`${tag(302).slice(0, -1)}   2`);
  });

  it("quoted lines are blanked, and what comes after them is read", () => {
    expect(ownMail("> stop\n  > stop\n2 > 1\nyes >")).toBe(
      `${blanks("> stop")}\n${blanks("  > stop")}\n2 > 1\nyes >`,
    );
  });

  it.each([
    "On Mon, Oak Clinic wrote:",
    "On Mon, Oak Clinic wrote:  ",
    "  on Mon, Oak Clinic wrote:",
    "El lun, Oak Clinic escribió:",
    "el lun, Oak Clinic escribio:",
    "--",
    "-- ",
    "-----Original Message-----",
    "  Sent from my iPhone",
    "ENVIADO DESDE mi iPhone",
    "From: Oak Clinic",
    "Disclaimer: stop",
  ])("nothing counts from this line on: %j", (line) => {
    expect(ownMail(`2\n${line}\nstop\nthanks`)).toBe("2");
  });

  it.each([
    "On Monday I wrote: stop it",
    "On Monday I called",
    "Only what he wrote:",
    "And on Monday she wrote:",
    "Yo no dije lo que él escribió:",
    " --",
    "--2",
    "I sent from my phone",
    "sent from my",
  ])("a patient may write: %j", (line) => {
    expect(ownMail(`2\n${line}\nstop`)).toBe(`2\n${line}\nstop`);
  });

  it("only an email is searched for them", () => {
    expect(ownWords("<b>2</b>\n> stop", "sms")).toBe("<b>2</b>\n> stop");
    expect(ownWords("<b>2</b>\n> stop", undefined)).toBe("<b>2</b>\n> stop");
  });
});

describe("a phone that likes our message", () => {
  it.each([
    'Liked "Reply STOP"',
    "Loved “Reply STOP”",
    "  laughed at «Reply STOP»",
    "REMOVED A HEART FROM “Reply STOP”",
    "Le gustó “Reply STOP”",
    "Reacted 👍 to “Reply STOP”",
    `Reacted ${"x".repeat(11)}“Reply STOP”`,
  ])("says nothing of the patient's own: %s", (text) => {
    expect(isReaction(text)).toBe(true);
    expect(ownWords(text, "sms")).toBe("");
  });

  it.each([
    "",
    "Liked it a lot",
    'Liked it, "really"',
    'I liked "Reply STOP"',
    '"Liked" by nobody',
    "Reacted badly to the pill",
    `Reacted ${"x".repeat(12)}“Reply STOP”`,
    "Reacted badly, and then she said “stop”",
    `${" ".repeat(55)}Liked "Reply STOP"`,
  ])("is not meant: %j", (text) => {
    expect(isReaction(text)).toBe(false);
    expect(ownWords(text, "sms")).toBe(text);
  });
});
