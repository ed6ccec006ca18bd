import { describe, expect, it } from "vitest";
import { readYaml } from "#adapters/files/campaign-files";
import { loadNotices, problemsOfNotices } from "#adapters/files/notice-files";
import { checkNotices } from "#domain/campaign/checks/notices";
import { longest } from "#domain/message/render";
import { segments } from "#domain/message/segments";
import { noticeKinds } from "#domain/record/notice";

const book = loadNotices("campaigns/notices");
const files = {
  en: readYaml("campaigns/notices/en.yaml").value as Record<string, object>,
  es: readYaml("campaigns/notices/es.yaml").value as Record<string, object>,
};

describe("the shipped notices", () => {
  it("have no problem", () => {
    expect(problemsOfNotices("campaigns/notices")).toEqual([]);
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
    checkNotices(changed).map(({ code, path }) => `${code} ${path.join(".")}`.trim());

  it("misses a kind in a language", () => {
    const { crisis: _, ...rest } = files.es;
    expect(codes({ ...files, es: rest })).toEqual(Array(3).fill("missing-notice crisis"));
  });

  it("misses a language", () => {
    expect(codes({ en: files.en })).toEqual(["missing-language"]);
  });

  it("misses the number that saves a life", () => {
    const emergency = { ...files.en["emergency"], sms: "A nurse will call you." };
    expect(codes({ ...files, en: { ...files.en, emergency } })).toEqual([
      "missing-in-notice emergency.sms",
    ]);
  });

  it("knows which notices there are", () => {
    expect(codes({ ...files, en: { ...files.en, hello: { sms: "Hi" } } })).toEqual([
      "unknown-key hello",
    ]);
  });
});
