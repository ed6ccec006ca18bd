import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storyOf } from "#cli/explain/story";
import { writeLedger } from "#cli/ledger-file";
import { runRounds } from "#cli/main";
import { eventInWords } from "#domain/ledger/in-words/event";
import { zoneOf } from "#domain/ledger/in-words/when";
import type { Command } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { hourMs } from "#domain/time";
import { ledgerOf } from "#support/a-ledger";
import { enroll, given, monday, newYork, reply } from "#support/a-record";
import { scriptedTerminal } from "#support/scripted-terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-explain-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Enrolled, sent a text, who then says STOP. */
function whoSaysStop() {
  const events: RecordEvent[] = [{ type: "profile-changed", at: monday, reach: newYork }];
  const story = given();
  const tell = (...commands: readonly Command[]) =>
    events.push(...story.when(...commands).events());
  tell(enroll());
  tell({ type: "claim", at: monday, channel: "sms" });
  const claimed = events.find((event) => event.type === "touch-claimed");
  if (!claimed) throw new Error("nothing was claimed");
  const outcome = { is: "accepted", providerId: "sms-1" } as const;
  tell({ type: "record-outcome", at: monday, touch: claimed.touch, outcome });
  tell(reply(monday + hourMs, { optOut: true }));
  return ledgerOf("p1", ...events);
}

describe("the story of a patient", () => {
  it("says in order what was planned, sent, heard and ended, in the patient's own time", () => {
    const story = storyOf(whoSaysStop());
    expect(zoneOf(whoSaysStop())).toBe("America/New_York");
    expect(story[0]).toBe(
      "Mon 2026-11-30 10:00  Profile read: language en, lives in America/New_York, can be reached by text, call, mail.",
    );
    const text = story.join("\n");
    expect(text).toContain("Enrolled in screening/check, version 1");
    expect(text).toMatch(/The text of screening\/check, step \w+ is planned for Mon 2026-11-30/);
    expect(text).toContain("was sent: the provider took it (sms-1).");
    expect(text).toContain("Mon 2026-11-30 11:00  Opted out (by sms)");
    expect(text).toContain("screening/check ends: opted-out.");
  });

  it("does not depend on the order in which rows were read", () => {
    expect(storyOf(whoSaysStop().toReversed())).toEqual(storyOf(whoSaysStop()));
  });

  it("says so when no campaign ever selected the patient", () => {
    const rows = ledgerOf("p1", { type: "profile-changed", at: monday, reach: newYork });
    expect(storyOf(rows).at(-1)).toContain("No campaign has selected this patient");
  });

  it("calls an emergency a red flag, and nothing less", () => {
    const heard = {
      type: "reply-received",
      at: 1,
      reply: "r",
      channel: "sms",
      meanings: [],
    } as const;
    const say = (tier: "T1" | "T4") => eventInWords({ ...heard, tier }, () => "then");
    expect(say("T1")).toContain("RED FLAG");
    expect(say("T4")).not.toContain("RED FLAG");
  });

  it("tells by which rules a reply was read, and by which edition of them", () => {
    const said = eventInWords(
      {
        ...{ type: "reply-received", at: 1, reply: "r", channel: "sms", meanings: [], tier: "T1" },
        spans: [{ start: 2, end: 18, rule: "T1/chest-pain" }],
        readBy: { redFlags: "2026-11-25.1", optOut: "2026-11-25.2", replies: "2026-11-25.3" },
      },
      () => "then",
    );
    expect(said).toContain(
      "Rules: T1/chest-pain (2–18); red flags 2026-11-25.1, opt-outs 2026-11-25.2, replies 2026-11-25.3.",
    );
  });

  it("names the reason and its code for what was withheld, moved and refused", () => {
    const touch = { campaign: "screening/check", episode: "e", step: "invite", occurrence: 1 };
    const say = (event: RecordEvent) => eventInWords(event, () => "then");
    expect(
      say({ type: "touch-withheld", at: 1, touch, version: 1, channel: "sms", reason: "stale" }),
    ).toBe(
      "The text of screening/check, step invite was WITHHELD: its moment had passed; nothing is sent late (stale).",
    );
    expect(
      say({
        ...{ type: "touch-moved", at: 1, touch, channel: "voice", dueAt: 2 },
        ...{ reason: "cap", rule: "one a day" },
      }),
    ).toBe(
      "The call of screening/check, step invite is moved to then: the patient had been contacted often enough (rule: one a day).",
    );
    expect(
      say({
        ...{ type: "enrollment-refused", at: 1, campaign: "screening/check" },
        ...{ episode: "e", version: 1, reason: "holdout" },
      }),
    ).toContain("kept out to measure what outreach does");
  });
});

describe("rounds explain", () => {
  async function explained(...args: readonly string[]) {
    const ledger = join(folder, "ledger.ndjson");
    await writeLedger(ledger, whoSaysStop());
    const terminal = scriptedTerminal();
    await runRounds(["explain", ...args, "--ledger", ledger], terminal);
    const { printed, complained, exitCode = 0 } = terminal;
    return { printed: printed(), complained: complained(), exitCode };
  }

  it("tells what the patient allowed and took back, with what shows it", async () => {
    const { printed } = await explained("p1", "--permissions");
    expect(printed).toContain("granted, for one number or address: number-given, by source-system");
    expect(printed).toContain("Mon 2026-11-30 11:00  revoked, for everything: request, by patient");
    const lines = (await explained("p1", "--permissions", "--json")).printed.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line)).at(-1)).toMatchObject({
      says: "revoked",
      reference: expect.stringMatching(/^reply:/),
    });
  });

  it("tells the story and how it came out", async () => {
    const { printed, exitCode } = await explained("p1");
    expect(exitCode).toBe(0);
    expect(printed).toContain("times in America/New_York");
    expect(printed).toContain("1 sent, ");
  });

  it("gives the rows themselves to scripts", async () => {
    const { printed } = await explained("p1", "--json");
    const rows = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(JSON.parse(JSON.stringify(whoSaysStop())));
  });

  it("says whom the ledger knows when it does not know the patient", async () => {
    const { complained, exitCode } = await explained("p9");
    expect(exitCode).toBe(1);
    expect(complained).toContain("has no row of p9. It knows p1");
  });
});
