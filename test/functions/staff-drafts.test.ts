import { beforeEach, describe, expect, it } from "vitest";
import { DraftShown } from "#contracts/api/drafts";
import { problemMediaType } from "#contracts/api/problem";
import { compileTexts } from "#contracts/campaign-files/campaign-texts";
import { formatInstant } from "#domain/time";
import { checkId, checkPath, checkTexts, draftersAt, withWords } from "#support/a-draft";
import { monday } from "#support/a-record";
import { type StaffClinic, staffClinic } from "#support/staff-clinic";

const version = monday;
const wrong = withWords("start: invite", "start: invit");

describe("drafts, as care managers and approvers work on them", () => {
  let clinic: StaffClinic;
  let staff: ReturnType<typeof draftersAt>;
  beforeEach(async () => {
    clinic = await staffClinic();
    staff = draftersAt(clinic);
    await staff.prepare();
  });
  const submitted = async () => {
    await staff.save(0);
    await staff.submit(version, "Plainer words.");
    return version + 1;
  };
  const code = async (answer: Promise<{ readonly body: { readonly code?: string } }>) =>
    (await answer).body.code;

  it("begin for a campaign that is new with what there is to fill in, and store nothing", async () => {
    const path = { family: "lab-reminder", name: "lipids" };
    const { body } = await staff.maya("GET /v1/campaigns/{family}/{name}/draft", undefined, path);
    const draft = DraftShown.parse(body);
    expect(draft).toMatchObject({ version: 0, basedOn: 0, state: "open", isOwn: false });
    expect(draft.texts["campaign.yaml"]).toContain("id: lab-reminder/lipids");
    expect(draft.problems.map((problem) => problem.code)).toContain("missing-owner");
    expect((await staff.maya("GET /v1/drafts")).body).toEqual({ drafts: [] });
  });

  it("cannot begin from a version whose files nobody kept, and say so", async () => {
    const answer = await staff.open();
    expect(answer.statusCode).toBe(409);
    expect(answer.headers["content-type"]).toBe(problemMediaType);
    expect(answer.body.code).toBe("no-source");
  });

  it("are saved with their mistakes, each with its line, its column and what to do", async () => {
    const { body } = await staff.save(0, wrong);
    const line = checkTexts["campaign.yaml"]?.split("\n").indexOf("start: invite") ?? -1;
    expect(body.problems).toContainEqual({
      ...{ file: "campaign.yaml", line: line + 1, column: 1, severity: "error" },
      ...{ code: "unknown-step", message: expect.stringContaining("Did you mean `invite`?") },
    });
    expect(await code(staff.submit(version))).toBe("draft-unsound");
    const list = await staff.ana("GET /v1/drafts");
    expect(list.body.drafts).toMatchObject([
      { campaign: checkId, version, state: "open", isOwn: false },
    ]);
    expect(list.text).not.toContain("Example program");
  });

  it("keep what was saved first when two save at once", async () => {
    await staff.save(0);
    const sam = staff.asked("sam", "care-manager");
    const body = { version: 0, basedOn: 1, texts: withWords("Example", "Mine") };
    const late = sam("PUT /v1/campaigns/{family}/{name}/draft", body);
    expect(await code(late)).toBe("stale-version");
    expect((await staff.open()).body.texts).toEqual(checkTexts);
  });

  it("are saved, submitted, given back and published once, however often it is asked", async () => {
    for (let times = 0; times < 2; times += 1) {
      expect((await staff.save(0)).body.version).toBe(version);
    }
    for (let times = 0; times < 2; times += 1) {
      expect((await staff.submit(version)).body.version).toBe(version + 1);
    }
    for (let times = 0; times < 2; times += 1) {
      const { body } = await staff.giveBack(version + 1, "Too long.");
      expect(body).toMatchObject({ version: version + 2, state: "open" });
      expect(body.returned).toMatchObject({ name: "ana@oak.example", why: "Too long." });
    }
    await staff.submit(version + 2);
    for (let times = 0; times < 2; times += 1) {
      const { body } = await staff.publish(version + 3);
      expect(body).toEqual({ campaign: checkId, version: 2 });
    }
    expect((await staff.versions()).body.versions).toHaveLength(1);
  });

  it("are not published by anybody who wrote them, whatever their roles", async () => {
    const seen = await submitted();
    const both = staff.asked("maya", "care-manager approver");
    const body = { version: seen, why: "Mine is right." };
    const publish = "POST /v1/campaigns/{family}/{name}/draft/publish";
    expect(await code(both(publish, body))).toBe("own-draft");
    expect(await code(staff.maya(publish, body))).toBe("not-allowed");
    expect((await clinic.campaigns.live("oak"))[0]?.version).toBe(1);
  });

  it("become the version that `rounds publish` makes of the same files", async () => {
    await staff.publish(await submitted());
    const live = await clinic.campaigns.version("oak", checkId, 2);
    expect(live).toEqual(compileTexts(checkId, checkTexts, 2));
    // Another audience: everybody is looked at again.
    expect(clinic.resolving.take(100)).toHaveLength(8);
    expect((await staff.maya("GET /v1/drafts")).body.drafts).toEqual([]);
  });

  it("are published as they were seen, or not at all", async () => {
    const seen = await submitted();
    await staff.save(seen, withWords("Example", "Changed"));
    expect(await code(staff.publish(seen))).toBe("stale-version");
    expect(await code(staff.publish(seen + 1))).toBe("draft-not-submitted");
    expect((await clinic.campaigns.live("oak"))[0]?.version).toBe(1);
  });

  it("do not undo what went live meanwhile", async () => {
    const seen = await submitted();
    const texts = withWords("Example", "Elsewhere");
    await clinic.campaigns.publish("oak", compileTexts(checkId, texts, 1), {
      ...{ texts, at: monday },
    });
    expect(await code(staff.publish(seen))).toBe("live-changed");
    const { body } = await staff.open();
    expect(body).toMatchObject({ basedOn: 1, live: { version: 2, texts } });
    await staff.save(seen, checkTexts, 2);
    await staff.submit(seen + 1);
    expect((await staff.publish(seen + 2)).body).toEqual({ campaign: checkId, version: 3 });
  });

  it("that say what is live already are not submitted", async () => {
    await staff.publish(await submitted());
    clinic.clock.moveTo(monday + 60_000);
    const commented = withWords("title:", "# A comment.\ntitle:");
    expect((await staff.save(0, commented, 2)).body.version).toBe(monday + 60_000);
    expect(await code(staff.submit(monday + 60_000))).toBe("nothing-to-publish");
  });

  it("go on where a crash between publishing and clearing away had ended it", async () => {
    const seen = await submitted();
    const draft = await clinic.ports.drafts.load("oak", checkId);
    await staff.publish(seen);
    if (draft) await clinic.ports.drafts.save("oak", draft, 0);
    expect((await staff.publish(seen)).body).toEqual({ campaign: checkId, version: 2 });
    expect(await clinic.ports.drafts.load("oak", checkId)).toBeUndefined();
  });

  it("are thrown away by whoever saw them last", async () => {
    await staff.save(0);
    expect(await code(staff.discard(version - 1))).toBe("stale-version");
    for (let times = 0; times < 2; times += 1) {
      expect((await staff.discard(version)).body).toEqual({ campaign: checkId });
    }
    expect(await code(staff.submit(version))).toBe("no-such-draft");
  });

  it("leave a history: who asked, who approved, when, why and the difference", async () => {
    await staff.publish(await submitted(), "Checked with Dr. Example.");
    const { body } = await staff.versions();
    const at = formatInstant(monday);
    expect(body).toEqual({
      campaign: checkId,
      versions: [
        {
          ...{ version: 2, at },
          submitted: { name: "maya@oak.example", at, why: "Plainer words." },
          published: { name: "ana@oak.example", at, why: "Checked with Dr. Example." },
        },
      ],
    });
    clinic.clock.moveTo(monday + 60_000);
    const other = withWords("Example program", "Another program");
    await staff.save(0, other, 2);
    await staff.submit(monday + 60_000);
    await staff.publish(monday + 60_001);
    expect((await staff.version(3)).body).toMatchObject({
      ...{ version: 3, texts: other, before: { version: 2, texts: checkTexts } },
    });
    expect(await code(staff.version(1))).toBe("no-such-version");
  });
});

describe("a draft that is no draft", () => {
  let staff: ReturnType<typeof draftersAt>;
  beforeEach(async () => {
    staff = draftersAt(await staffClinic());
    await staff.prepare();
  });

  it("of 5 MB is refused, and how much it may be is said", async () => {
    const answer = await staff.save(0, { "campaign.yaml": "a".repeat(5_000_000) });
    expect(answer.statusCode).toBe(413);
    expect(answer.headers["content-type"]).toBe(problemMediaType);
    expect(answer.body).toMatchObject({ code: "too-large", bytesMax: 250_000 });
  });

  it("that would never end when it is read is saved as a mistake and never submitted", async () => {
    const nine = (what: string) => Array(9).fill(what).join(", ");
    const lines = Array.from(
      { length: 8 },
      (_, at) => `a${at + 1}: &a${at + 1} [${nine(`*a${at}`)}]`,
    );
    const bomb = `a0: &a0 [${nine("x")}]\n${lines.join("\n")}`;
    const { body } = await staff.save(0, { ...checkTexts, "campaign.yaml": bomb });
    expect(body.problems).toContainEqual(
      expect.objectContaining({ file: "campaign.yaml", line: 1, code: "yaml-syntax" }),
    );
    expect((await staff.submit(version)).body.code).toBe("draft-unsound");
  });

  it.each([
    ["a file of another kind", { ...checkTexts, "conversations/a.yaml": "" }],
    ["a way out of its folder", { ...checkTexts, "../campaign.yaml": "" }],
    ["no definition", { "messages/en.yaml": "" }],
    ["a file of another name", { ...checkTexts, "messages/en": "" }],
    ["a text that is none", { ...checkTexts, "campaign.yaml": 7 }],
    ["a file that is too long", { ...checkTexts, "campaign.yaml": "a".repeat(40_001) }],
  ])("has %s", async (_, texts) => {
    const { statusCode, body } = await staff.save(0, texts);
    expect(statusCode).toBe(400);
    expect(body).toMatchObject({ code: "bad-request", at: "body.texts" });
  });

  it("with thousands of mistakes is told of the first", async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `k${at}: 1`).join("\n");
    const { body } = await staff.save(0, { ...checkTexts, "messages/fr.yaml": many });
    expect(body.problems).toHaveLength(200);
  });

  it("under another campaign's name is a mistake at its id", async () => {
    const { body } = await staff.maya(
      "PUT /v1/campaigns/{family}/{name}/draft",
      { version: 0, basedOn: 0, texts: checkTexts },
      { ...checkPath, name: "other" },
    );
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: "id-not-folder", severity: "error" }),
    );
  });
});
