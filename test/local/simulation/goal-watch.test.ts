import { beforeEach, describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { dayOf } from "#domain/time";
import { GoalWatch } from "#local/simulation/goal-watch";
import { gathered } from "#local/simulation/population";
import { doneFact } from "#local/simulation/stand-in";
import { ledgerOf } from "#support/a-ledger";
import { monday } from "#support/a-record";

const zone = "America/New_York";
const campaign = "screening/mammogram";
const aWeekLater = dayOf(monday, zone) + 7;
const enrolled: RecordEvent = {
  ...{ type: "enrolled", at: monday, campaign, episode: "2026-11-30" },
  ...{ version: 1, start: "invite" },
};
const ended: RecordEvent = {
  ...{ type: "enrollment-ended", at: monday, campaign, episode: "2026-11-30" },
  ...{ version: 1, outcome: "goal-met" },
};
const done = gathered("ann", [doneFact("ann", campaign, aWeekLater)]);

describe("an import that shows a goal met, and was acknowledged", () => {
  let told: string[];
  let watch: GoalWatch;
  beforeEach(() => {
    told = [];
    watch = new GoalWatch(zone, (law, patient, subject) => {
      told.push(`${law} ${patient} ${subject}`);
    });
  });
  const hear = (...events: readonly RecordEvent[]) => {
    for (const row of ledgerOf("ann", ...events)) watch.hear(row);
  };

  it("is told of where the enrollment goes on", () => {
    hear(enrolled);
    watch.imported(done);
    expect(told).toEqual(["8 ann screening/mammogram"]);
  });

  it("is nothing to tell of where the enrollment has ended", () => {
    hear(enrolled, ended);
    watch.imported(done);
    expect(told).toEqual([]);
  });

  it("is nothing to tell of in a new home whose copy is older than the enrollment", () => {
    hear(enrolled);
    watch.moved([]);
    watch.imported(done);
    expect(told).toEqual([]);
  });

  it("is told of in a new home whose copy is older than the enrollment's end", () => {
    hear(enrolled, ended);
    watch.moved(ledgerOf("ann", enrolled));
    watch.imported(done);
    expect(told).toEqual(["8 ann screening/mammogram"]);
  });
});
