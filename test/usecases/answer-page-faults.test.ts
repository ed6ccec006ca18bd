import { describe, expect, it } from "vitest";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryPageStore } from "#adapters/memory/page-store";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { pageProofs } from "#adapters/page-proofs";
import { randomTokens } from "#adapters/random-tokens";
import type { PageMessage } from "#contracts/page-message";
import type { UnsubscribeMessage } from "#contracts/unsubscribe-message";
import { birthDateTriesMax } from "#domain/limits";
import { type AnswerPagePorts, createAnswerPage } from "#usecases/answer-page";
import { TryAgain } from "../../shared/errors.ts";
import { born, type Fields, pageLink, rightDate, wrongDate } from "../support/a-page.ts";
import { monday } from "../support/a-record.ts";

/** Nothing came of the call, or all did and nobody heard of it. */
const faults = ["lost", "unanswered"] as const;
type Fault = (typeof faults)[number];

type Port = (...input: never[]) => Promise<unknown>;

/** A page one of whose calls fails, counted from 0 over everything that it asks of the outside. */
async function page(failing?: { readonly at: number; readonly fault: Fault }) {
  let calls = 0;
  const failingAt = <Ports extends object>(ports: Ports): Ports =>
    Object.fromEntries(
      Object.entries(ports).map(([name, port]) => [
        name,
        async (...input: never[]) => {
          const isStruck = calls === failing?.at;
          calls += 1;
          if (!isStruck) return (port as Port)(...input);
          if (failing?.fault === "unanswered") await (port as Port)(...input);
          throw new TryAgain("dynamodb/status-500");
        },
      ]),
    ) as Ports;
  const pages = createMemoryPageStore();
  const token = randomTokens.next();
  await pages.save(token, pageLink());
  const said = createMemoryWorkQueue<PageMessage>();
  const stops = createMemoryWorkQueue<UnsubscribeMessage>();
  const { open, countTry, forgiveTry, say } = pages;
  const ports: AnswerPagePorts = {
    pages: failingAt({ open, countTry, forgiveTry, say }),
    birthDates: failingAt({ birthDate: async () => born }),
    clinics: { clinic: async () => undefined },
    proofs: pageProofs,
    said: failingAt({ send: said.send }),
    stops: failingAt({ send: stops.send }),
    tokens: randomTokens,
    clock: createManualClock(monday),
  };
  const { act } = createAnswerPage(ports);
  /** One press; `undefined` where the page said that nothing was saved. */
  const press = async (fields: Fields) => {
    const shown = await act(token, new Map(Object.entries(fields))).catch(() => undefined);
    return shown?.is === "shown" ? shown.view : undefined;
  };
  /** As a patient who is told that it did not work presses again. */
  const patiently = async (fields: Fields) => (await press(fields)) ?? (await press(fields));
  return {
    ...{ press, patiently },
    calls: () => calls,
    kept: () => pages.open(token),
    told: () => said.take(100),
    stopped: () => stops.take(100),
  };
}

/** Opens the page, answers, changes their mind, and leaves. */
async function visit(one: Awaited<ReturnType<typeof page>>) {
  await one.patiently({ do: "birth-date", ...wrongDate });
  const opened = await one.patiently({ do: "birth-date", ...rightDate });
  if (opened?.is !== "open") throw new Error("not opened");
  const { proof } = opened;
  const answered = await one.patiently({ do: "answer", answer: "wants-call", proof });
  const changed = await one.patiently({ do: "answer", answer: "already-done", proof });
  const left = await one.patiently({ do: "stop" });
  return { answered, changed, left };
}

describe("whatever call of a page fails, before or after it did its work", async () => {
  const whole = await page();
  await visit(whole);
  const places = Array.from({ length: whole.calls() }, (_, at) => at);
  const cases = places.flatMap((at) => faults.map((fault) => ({ at, fault })));

  it("there are calls to fail", () => expect(cases.length).toBeGreaterThan(20));

  it.each(cases)(
    "the answer that was given first stands and is told, once it is said to be: call $at $fault",
    async (failing) => {
      const one = await page(failing);
      const { answered, changed, left } = await visit(one);
      expect(answered).toMatchObject({ is: "open", just: { is: "noted" } });
      expect(changed).toMatchObject({ is: "open", just: { is: "stands" } });
      expect(left).toEqual({ is: "stopped" });
      const kept = await one.kept();
      expect(kept?.said).toEqual({ answer: { is: "answer", answer: "wants-call" } });
      const told = one.told();
      expect(told.length).toBeGreaterThanOrEqual(2);
      for (const message of told) expect(message).toMatchObject({ page: kept?.id, word: "answer" });
      expect(one.stopped().length).toBeGreaterThanOrEqual(1);
      // A try whose end nobody heard may count; never is one not counted that was wrong.
      expect(kept?.tries).toBeGreaterThanOrEqual(1);
      expect(kept?.tries).toBeLessThanOrEqual(3);
    },
  );

  it.each(cases)(
    "nobody gets more than 5 wrong birth dates looked at: call $at $fault",
    async (failing) => {
      const one = await page(failing);
      let looked = 0;
      for (let time = 0; time < 12; time += 1) {
        const view = await one.press({ do: "birth-date", ...wrongDate });
        if (view?.is === "wrong") looked += 1;
      }
      expect(looked).toBeLessThan(birthDateTriesMax);
      expect(await one.press({ do: "birth-date", ...rightDate })).toEqual({ is: "closed" });
    },
  );
});
