import { describe, expect, it } from "vitest";
import { problemsWith } from "#support/campaign-problems";

/** Codes of the mail with this link in it. */
function codes(link: string, domains: readonly string[] = [], language: "en" | "es" = "en") {
  const edits = {
    en: [["Stop: {unsubscribe}", `Stop: {unsubscribe} ${language === "en" ? link : ""}`]],
    es: [["Salir: {unsubscribe}", `Salir: {unsubscribe} ${language === "es" ? link : ""}`]],
  } as const;
  const problems = problemsWith(edits, { domains }).filter(
    ({ code }) => code !== "translation-variables",
  );
  for (const { path } of problems) expect(path).toEqual(["invite", "email", "text"]);
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}

describe("a link in a message", () => {
  it.each([
    "https://bit.ly/3xYz",
    "bit.ly/3xYz",
    "http://tinyurl.com/abc",
    "T.co/abc",
    "https://www.rb.gy/x",
    "(goo.gl/x)",
  ])("hides nothing: %s", (link) => expect(codes(link)).toEqual(["error link-shortener"]));

  it.each(["http://oak.example/visit", "ftp://oak.example/visit"])(
    "is not to be read on the way: %s",
    (link) => expect(codes(link, ["oak.example"])).toEqual(["error link-not-https"]),
  );

  it.each([
    "https://10.0.0.1/x",
    "http://192.168.1.1",
    "10.0.0.1",
    "https://[::1]/x",
    "https://3232235777/x",
    "https://0x7f.1/x",
  ])("leads to no bare address: %s", (link) => expect(codes(link)).toEqual(["error link-address"]));

  it.each([
    "https://oak.example/hi?name={given}",
    "https://oak.example/{given}",
    "oak.example/{phone}",
    "https://{clinic}.example",
  ])("carries nothing of the patient: %s", (link) =>
    expect(codes(link, ["oak.example"])).toEqual(["error link-with-variable"]),
  );

  it.each([
    "https://elsewhere.example/x",
    "elsewhere.example",
    "www.elsewhere.com",
    "https://oak.example@evil.example/",
    "https://notoak.example",
  ])("leads to the organization, or is asked about: %s", (link) =>
    expect(codes(link, ["oak.example"])).toEqual(["warning link-elsewhere"]),
  );

  it.each([
    "https://oak.example/visit",
    "oak.example/help",
    "https://www.oak.example",
    "https://care.oak.example:8443/x.",
  ])("of the organization's own is fine: %s", (link) =>
    expect(codes(link, ["oak.example"])).toEqual([]),
  );

  it.each([
    "e.g. this",
    "9 a.m. to 5 p.m.",
    "800.555.0100",
    "care@oak.example",
    "1.5 or 2/3",
    "Come.Now",
    "{unsubscribe}",
    "and/or",
  ])("is not seen where there is none: %s", (words) => expect(codes(words)).toEqual([]));

  it("is looked at in Spanish too, and on every channel", () => {
    expect(codes("bit.ly/x", [], "es")).toEqual(["error link-shortener"]);
    const texts = problemsWith({ es: [["para salir.", "para salir. bit.ly/x"]] });
    expect(texts).toMatchObject([{ code: "link-shortener", path: ["invite", "sms"] }]);
  });
});
