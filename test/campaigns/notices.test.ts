import { describe, expect, it } from "vitest";
import { readYaml } from "#adapters/files/campaign-files";
import { loadNotices, problemsOfNotices } from "#adapters/files/notice-files";
import { checkNotices } from "#domain/campaign/checks/notices";
import { longest } from "#domain/message/render";
import { segments } from "#domain/message/segments";
import { type NoticeKind, noticeKinds } from "#domain/record/notice";

const book = loadNotices("campaigns/notices");
const files = {
  en: readYaml("campaigns/notices/en.yaml").value as Record<string, object>,
  es: readYaml("campaigns/notices/es.yaml").value as Record<string, object>,
};

describe("the shipped notices", () => {
  it("have no problem, but that a translator has still to sign", () => {
    expect(problemsOfNotices("campaigns/notices").map(({ code }) => code)).toEqual(["review-open"]);
  });

  it("answer on every channel in English and Spanish, texts in one segment", () => {
    for (const language of ["en", "es"]) {
      for (const kind of noticeKinds) {
        const { sms = "", email, voice } = book[language]?.[kind] ?? {};
        expect(segments(longest(sms))).toMatchObject({ encoding: "GSM-7", segments: 1 });
        expect(email?.text).toBeTruthy();
        expect(voice).toBeTruthy();
      }
    }
  });

  it("confirm an opt-out without asking for anything else", () => {
    expect(book["en"]?.["opted-out"]?.sms).not.toMatch(/\?/);
  });
});

describe("check of notices", () => {
  const codes = (changed: Record<string, unknown>) =>
    checkNotices(changed)
      .filter(({ code }) => code !== "review-open")
      .map(({ code, file, path }) => `${file} ${code} ${path.join(".")}`.trim());
  type Language = "en" | "es";
  /** The problems when one part of a notice reads so; a changed English leaves Spanish stale. */
  const withWords = (language: Language, kind: NoticeKind, part: object): readonly string[] => {
    const notice = { ...files[language][kind], ...part };
    const found = codes({ ...files, [language]: { ...files[language], [kind]: notice } });
    return found.filter((problem) => !/translation-(stale|variables)/.test(problem));
  };

  it("misses a kind in a language", () => {
    const { crisis: _, ...rest } = files.es;
    expect(codes({ ...files, es: rest })).toEqual(
      Array(3).fill("messages/es.yaml missing-notice crisis"),
    );
  });

  it("misses a language", () => {
    expect(codes({ en: files.en })).toEqual(["messages/en.yaml missing-language"]);
  });

  it.each([
    ["en", "emergency", { sms: "A nurse from {clinic} will call you. {phone}" }],
    ["es", "emergency", { sms: "Una enfermera de {clinic} le va a llamar. {phone}" }],
    ["en", "crisis", { sms: "You are not alone. Call 911. {clinic} {phone}" }],
    ["en", "help", { sms: "{clinic} care. Help: {phone}. Emergency: call 911." }],
    ["es", "help", { sms: "Avisos de {clinic}. Ayuda: {phone}. Emergencia: 911." }],
    ["en", "opted-in", { sms: "{clinic}: you are opted in. Reply STOP to opt out." }],
    ["en", "opted-out", { sms: "You are opted out. Call {phone}. Reply START to rejoin." }],
  ] as const)("misses what a notice must say, in %s: %s", (language, kind, part) => {
    expect(withWords(language, kind, part)).toEqual([
      `messages/${language}.yaml missing-in-notice ${kind}.sms`,
    ]);
  });

  it("does not take a longer number for 911", () => {
    const sms = "Call 9115 now. A nurse from {clinic} will call you. {phone}";
    expect(withWords("en", "emergency", { sms })).toContain(
      "messages/en.yaml missing-in-notice emergency.sms",
    );
  });

  it("knows which notices there are", () => {
    const changed = { ...files, en: { ...files.en, hello: { sms: "Hi" } } };
    expect(codes(changed)).toContain("messages/en.yaml unknown-key hello");
  });

  it("is told of a stray part of a notice and of a file that is none", () => {
    expect(withWords("es", "help", { fax: "x" })).toEqual([
      "messages/es.yaml unknown-key help.fax",
    ]);
    expect(codes({ ...files, es: [] })).toContain("messages/es.yaml wrong-type");
  });

  it("holds notices to the same words as messages", () => {
    const sorry = (text: string) => withWords("en", "wrong-number", { sms: `{clinic}: ${text}` });
    const at = (code: string) => [`messages/en.yaml ${code} wrong-number.sms`];
    expect(sorry("sorry about your mammogram.")).toEqual(at("content-tier"));
    expect(sorry("sorry, see bit.ly/x.")).toEqual(at("link-shortener"));
    expect(sorry("you failed to tell us.")).toEqual(at("blame"));
    expect(sorry("SORRY for that.")).toEqual(at("shouting"));
    expect(sorry("sorry for that. 😜")).toEqual(at("sms-not-plain"));
    expect(withWords("es", "wrong-number", { sms: "{clinic}: por su VIH." })).toEqual([
      "messages/es.yaml content-tier wrong-number.sms",
    ]);
  });

  it("wants the sender's name early, but where a life is at stake", () => {
    const late = "Sorry for the mix-up that we have made today. {clinic} will not text again.";
    expect(withWords("en", "wrong-number", { sms: late })).toEqual([
      "messages/en.yaml late-clinic wrong-number.sms",
    ]);
    expect(book["en"]?.emergency?.sms?.indexOf("{clinic}")).toBeGreaterThan(40);
  });

  it("holds a translation to its English", () => {
    const { "opted-out": notice } = files.en;
    const changed = { ...notice, sms: "{clinic}: you are opted out. For care call {phone}." };
    expect(codes({ ...files, en: { ...files.en, "opted-out": changed } })).toEqual([
      "messages/es.yaml translation-stale translates",
    ]);
    const { translates: _, ...unlocked } = files.es;
    expect(codes({ ...files, es: unlocked })).toEqual(["messages/es.yaml translation-unlocked"]);
  });
});
