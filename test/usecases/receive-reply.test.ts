import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { clinic, profile } from "../support/a-clinic.ts";
import { monday } from "../support/a-record.ts";

const phone = "+12025550111";
const hour = 3_600_000;

function text(words: string, reply = "r1", from = phone) {
  return {
    organization: "oak",
    reply,
    channel: "sms",
    from: { point: pointId(from), address: from },
    text: words,
  } as const;
}

async function asked() {
  const it = await clinic();
  await it.admit();
  await it.enrollDirectly();
  await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" });
  it.clock.moveTo(monday + hour);
  return it;
}

describe("hearing a patient", () => {
  it("a digit answers the open question", async () => {
    const it = await asked();
    const heard = await it.receive(text("1"));
    expect(heard.understanding.answer).toBe("wants-booking");
    expect((await it.records.load("oak", "p1"))?.tasks).toMatchObject([
      { reason: "schedule-visit" },
    ]);
  });

  it("keeps the words for the agent, apart from the ledger", async () => {
    const it = await asked();
    await it.receive(text("can somebody call me after five please"));
    expect(await it.replies.of("oak", "p1")).toMatchObject([
      { reply: "r1", text: "can somebody call me after five please" },
    ]);
    expect(JSON.stringify(it.rows)).not.toContain("after five");
  });

  it("a red flag is on the urgent queue before this returns, and is answered at once", async () => {
    const it = await asked();
    await it.receive(text("my chest hurts and I can't breathe"));
    expect(it.urgent.take(10)).toEqual([
      { schema: "urgent.v1", organization: "oak", patient: "p1", task: "reply-T1:r1" },
    ]);
    await it.raise("oak", "p1");
    expect([...it.desk.raised.keys()]).toEqual(["oak/p1/reply-T1:r1/0"]);
    expect(await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" })).toBe(
      "accepted",
    );
    expect(it.carrier.received.at(-1)?.text).toBe("Oak Clinic emergency");
  });

  it("an agent is told to bring an interpreter where we have no words in the language", async () => {
    const it = await clinic();
    await it.admit(profile({ language: "vi", needs: { tty: true } }));
    await it.receive(text("my chest hurts and I can't breathe"));
    await it.raise("oak", "p1");
    expect([...it.desk.raised.values()]).toMatchObject([
      { language: "vi", needs: { interpreter: true, tty: true } },
    ]);
  });

  it("the same message twice is heard once", async () => {
    const it = await asked();
    await it.receive(text("STOP"));
    const before = it.rows.length;
    await it.receive(text("STOP"));
    expect(it.rows).toHaveLength(before);
  });

  it("STOP from a shared phone is written to every owner, and confirmed once", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", given: "Luis", points: first.points }));
    await it.receive(text("STOP"));
    for (const patient of ["p1", "p2"]) {
      expect((await it.records.load("oak", patient))?.permissions).toMatchObject([
        { says: "revoked", via: "sms" },
      ]);
    }
    const notices = it.rows.filter((row) => row.event.type === "notice-planned");
    expect(notices).toHaveLength(1);
  });

  it("STOP stays with the phone until START, and a STOP that is delivered again late does not count", async () => {
    const it = await asked();
    await it.receive(text("STOP", "r1"));
    const stops = async () => (await it.points.owners("oak", pointId(phone))).stops;
    expect(await stops()).toMatchObject([
      { via: "sms", evidence: { by: "other-owner", reference: "reply:r1" } },
    ]);
    it.clock.moveTo(monday + 2 * hour);
    await it.receive(text("START", "r2"));
    expect(await stops()).toEqual([]);
    await it.receive(text("STOP", "r1"));
    expect(await stops()).toEqual([]);
  });

  it("words on a shared phone belong to whom was last contacted on it", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", given: "Luis", points: first.points }));
    await it.enrollDirectly("p2");
    await it.sendSms({ organization: "oak", patient: "p2", channel: "sms" });
    const heard = await it.receive(text("1"));
    expect(heard).toMatchObject({ patient: "p2", understanding: { answer: "wants-booking" } });
  });

  it("words that come twice stay with whom they were first ascribed to", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", given: "Luis", points: first.points }));
    await it.receive(text("my chest hurts"));
    await it.enrollDirectly("p2");
    await it.sendSms({ organization: "oak", patient: "p2", channel: "sms" });
    expect(await it.receive(text("my chest hurts"))).toMatchObject({ patient: "p1" });
    const opened = it.rows.filter((row) => row.event.type === "escalated");
    expect(opened).toMatchObject([{ patient: "p1" }]);
  });

  it("an emergency from a number that nobody knows is still an emergency", async () => {
    const it = await clinic();
    const stranger = "+12025550199";
    const heard = await it.receive(text("chest pain, please help", "r7", stranger));
    expect(heard.patient).toBe(`unknown-${pointId(stranger)}`);
    expect(it.urgent.take(10)).toHaveLength(1);
    expect(await it.sendSms({ organization: "oak", patient: heard.patient, channel: "sms" })).toBe(
      "accepted",
    );
    expect(it.carrier.received.at(-1)?.to).toBe(stranger);
  });

  it("once the number's owner is known, words from it are the owner's, and STOP is both's", async () => {
    const it = await clinic();
    const stranger = (await it.receive(text("hello there, who is this please", "r1"))).patient;
    await it.admit(profile({ patient: "zoe" }));
    await it.enrollDirectly("zoe");
    await it.act("oak", "zoe", () => [{ type: "claim", at: monday, channel: "sms" }]);
    const touch = (await it.records.load("oak", "zoe"))?.inFlight?.touch;
    if (!touch) throw new Error("not claimed");
    await it.act("oak", "zoe", () => [
      {
        type: "record-outcome",
        at: monday,
        touch,
        outcome: { is: "accepted", providerId: "m1" },
      },
    ]);
    expect(await it.receive(text("1", "r2"))).toMatchObject({
      patient: "zoe",
      understanding: { answer: "wants-booking" },
    });
    await it.receive(text("STOP", "r3"));
    for (const patient of ["zoe", stranger]) {
      expect((await it.records.load("oak", patient))?.permissions).toMatchObject([
        { says: "revoked" },
      ]);
    }
  });

  it("a wrong number is never used again", async () => {
    const it = await asked();
    await it.receive(text("wrong number"));
    const record = await it.records.load("oak", "p1");
    expect(record?.badPoints).toEqual([pointId(phone)]);
    expect(record?.tasks.map((task) => task.reason)).toContain("wrong-number");
  });
});
