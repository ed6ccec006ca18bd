import { describe, expect, it } from "vitest";
import { problemsWith } from "#support/campaign-problems";

/** Codes and paths of the small campaign whose messages lead to a page in this way. */
function found(
  edits: Parameters<typeof problemsWith>[0],
  pages: string | undefined = "care.oak.example",
): readonly string[] {
  const context = pages === undefined ? {} : { pages };
  return problemsWith(edits, context).map(({ code, path }) => `${code} ${path.join(".")}`);
}

const inMail = {
  en: [["Stop: {unsubscribe}", "Or here: {page} Stop: {unsubscribe}"]],
  es: [["Salir: {unsubscribe}", "O aquí: {page} Salir: {unsubscribe}"]],
} as const;

describe("a message that leads to a page", () => {
  it("is fine in a mail and in a text that has room for the address", () => {
    expect(found(inMail)).toEqual([]);
    const inText = {
      en: [["a check-up is due. Reply 1 to book. {phone}.", "1 to book. {page} {phone}."]],
      es: [["le toca una cita. Responda 1 para cita. {phone}.", "1 para cita. {page} {phone}."]],
    } as const;
    expect(found(inText).filter((code) => !code.startsWith("digit"))).toEqual([]);
    const long = {
      en: [["a check-up is due.", "a check-up is due, and it takes ten minutes. {page}"]],
      es: [["le toca una cita.", "le toca una cita, y son diez minutos. {page}"]],
    } as const;
    expect(found(long)).toEqual(["sms-too-long invite.sms", "sms-too-long invite.sms"]);
  });

  it("needs the name of the pages, and one that a text has room for", () => {
    const both = [
      "page-without-address invite.email.text",
      "page-without-address invite.email.text",
    ];
    expect(problemsWith(inMail).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(both);
    expect(found(inMail, "care-of-patients.oak.example.org")).toEqual(both);
    expect(found(inMail, "care-of-patients.oak.example.or")).toEqual([]);
  });

  it("is no call and no subject: nobody can press it there", () => {
    expect(
      found({
        en: [["Press 1 to book. To stop", "Press 1 to book. {page} To stop"]],
        es: [["Oprima 1 para cita. Para no", "Oprima 1 para cita. {page} Para no"]],
      }),
    ).toEqual(["page-misplaced invite-call.voice", "page-misplaced invite-call.voice"]);
    expect(
      found({
        en: [["subject: A check-up is due", "subject: A check-up is due {page}"]],
        es: [["subject: Le toca una cita", "subject: Le toca una cita {page}"]],
      }),
    ).toEqual(["page-misplaced invite.email.subject", "page-misplaced invite.email.subject"]);
  });

  it("offers answers that somebody wrote words for", () => {
    const unknown = { definition: [[/wants-booking/g, "wants-trip"]] } as const;
    expect(found({ ...inMail, ...unknown })).toEqual(["page-answer-unknown steps.invite"]);
    expect(found(unknown)).toEqual([]);
  });
});
