import { describe, expect, it } from "vitest";
import { randomTokens } from "#adapters/random-tokens";
import { someDay, someNumber } from "#domain/page/answer-words";
import type { PageLink } from "#domain/page/page-link";
import type { PageWord } from "#domain/page/page-word";
import type { PageStore } from "#ports";
import { choices, pageAsks, pageLink } from "../../support/a-page.ts";

const whole: PageLink = pageLink({
  asks: pageAsks({
    choices: [
      ...choices("wants-call", "already-done"),
      { name: "chosen", words: someDay, day: { back: 2, ahead: 21, isNeeded: true } },
      { name: "sugar", words: someNumber, number: { from: 20, through: 600, unit: "mg/dL" } },
    ],
  }),
});

export function pageStoreContract(open: () => PageStore): void {
  describe("the pages of messages", () => {
    /** A page that is kept, with its token and id. */
    const kept = async (link = whole) => {
      const store = open();
      const token = randomTokens.next();
      await store.save(token, link);
      const id = (await store.open(token))?.id ?? "";
      return { store, token, id };
    };

    it("are found by their token and by their id, with all that they ask", async () => {
      const { store, token, id } = await kept();
      const page = { id, link: whole, tries: 0, said: {} };
      expect(await store.open(token)).toEqual(page);
      expect(await store.at(id)).toEqual(page);
      const { language: _, ...plain } = pageLink({ asks: { ...pageAsks(), channels: [] } });
      const other = await kept(plain);
      expect(await other.store.open(other.token)).toMatchObject({ link: plain });
    });

    it("are not found by a token that nobody made", async () => {
      const { store, id } = await kept();
      expect(await store.open(randomTokens.next())).toBeUndefined();
      expect(await store.open(id)).toBeUndefined();
      expect(await store.at("0".repeat(64))).toBeUndefined();
    });

    it("count no more tries than they may, however many are made at once", async () => {
      const { store, id } = await kept();
      const tries = Array.from({ length: 40 }, () => store.countTry(id, randomTokens.next(), 5));
      const counted = (await Promise.all(tries)).filter((one) => one === "counted");
      expect(counted).toHaveLength(5);
      expect(await store.at(id)).toMatchObject({ tries: 5 });
    });

    it("count a try once that is made again, the last one too", async () => {
      const { store, id } = await kept();
      const names = Array.from({ length: 5 }, () => randomTokens.next());
      for (const name of [...names, ...names]) {
        expect(await store.countTry(id, name, 5)).toBe("counted");
      }
      expect(await store.countTry(id, randomTokens.next(), 5)).toBe("too-many");
      expect(await store.at(id)).toMatchObject({ tries: 5 });
    });

    it("forgive the one try that was right, and no other, however often it is said", async () => {
      const { store, id } = await kept();
      const [wrong, right] = [randomTokens.next(), randomTokens.next()];
      await store.countTry(id, wrong, 5);
      await store.countTry(id, right, 5);
      for (let time = 0; time < 3; time += 1) await store.forgiveTry(id, right);
      expect(await store.at(id)).toMatchObject({ tries: 1 });
    });

    it("have no try counted where there is no page, and none comes of it", async () => {
      const store = open();
      const nowhere = "1".repeat(64);
      expect(await store.countTry(nowhere, "a", 5)).toBe("too-many");
      await store.forgiveTry(nowhere, "a");
      await expect(store.say(nowhere, { is: "call" })).rejects.toMatchObject({ code: "page/gone" });
      expect(await store.at(nowhere)).toBeUndefined();
    });

    it("keep of each kind the word that was said first, of any that are said at once", async () => {
      const { store, id } = await kept();
      const words: readonly PageWord[] = [
        { is: "answer", answer: "wants-call" },
        { is: "answer", answer: "already-done", value: { is: "date", day: 20_000 } },
        { is: "answer", answer: "sugar", value: { is: "number", number: 7.5, unit: "%" } },
      ];
      const stand = await Promise.all(words.map((word) => store.say(id, word)));
      expect(words).toContainEqual(stand[0]);
      for (const one of stand) expect(one).toEqual(stand[0]);
      expect((await store.at(id))?.said).toEqual({ answer: stand[0] });
      await store.say(id, { is: "call" });
      await store.say(id, { is: "language", language: "es" });
      await store.say(id, { is: "channel", channel: "email" });
      expect(await store.say(id, { is: "channel", channel: "sms" })).toEqual({
        ...{ is: "channel", channel: "email" },
      });
      expect((await store.at(id))?.said).toEqual({
        answer: stand[0],
        call: { is: "call" },
        language: { is: "language", language: "es" },
        channel: { is: "channel", channel: "email" },
      });
    });
  });
}
