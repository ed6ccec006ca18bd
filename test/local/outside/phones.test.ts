import { describe, expect, it } from "vitest";
import { Phones } from "#local/outside/phones";

const [ana, bo] = ["+16175550101", "+16175550102"];
const line = "+12025550100";
const text = (words: string, at = 1) => ({ at, text: words });
const from = (patient: string) => ({ line, patient });

describe("a phone", () => {
  it("keeps what came and what was written back, and for whom it came", () => {
    const phones = new Phones();
    phones.receive(ana, { ...text("Time for a check.", 1), ...from("p1") });
    phones.receive(ana, { ...text("And for you.", 2), ...from("p2") });
    phones.write(ana, text("1", 3));
    const [phone] = phones.latest(5);
    expect(phone).toMatchObject({ number: ana, line, patients: ["p1", "p2"] });
    expect(phone?.texts.map((one) => [one.from, one.text])).toEqual([
      ["clinic", "Time for a check."],
      ["clinic", "And for you."],
      ["patient", "1"],
    ]);
    expect(phones.get(phone?.id ?? "")).toBe(phone);
  });

  it("comes first when it was in use last", () => {
    const phones = new Phones();
    for (const number of [ana, bo]) phones.receive(number, { ...text("Hello."), ...from("p") });
    expect(phones.latest(5).map(({ number }) => number)).toEqual([bo, ana]);
    phones.write(ana, text("1"));
    expect(phones.latest(1).map(({ number }) => number)).toEqual([ana]);
  });

  it("that never got a text is not shown, whatever it sends", () => {
    const phones = new Phones();
    phones.write(ana, text("Hello?"));
    expect(phones.latest(5)).toEqual([]);
  });

  it("forgets its oldest texts, and the longest silent phones are forgotten", () => {
    const phones = new Phones();
    for (let count = 0; count < 60; count += 1) {
      phones.receive(ana, { ...text(`${count}`), ...from("p") });
    }
    const texts = phones.latest(1)[0]?.texts ?? [];
    expect([texts.length, texts[0]?.text]).toEqual([50, "10"]);
    for (let count = 0; count < 2_000; count += 1) {
      phones.receive(`+1617${5_560_000 + count}`, { ...text("x"), ...from("p") });
    }
    const numbers = phones.latest(5_000).map(({ number }) => number);
    expect(numbers).toHaveLength(2_000);
    expect(numbers).not.toContain(ana);
  });
});
