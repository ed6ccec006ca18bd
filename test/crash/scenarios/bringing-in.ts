import { dayOf, minuteMs } from "#domain/time";
import { monday } from "#support/a-record";
import { ndjson, observation, patient } from "#support/fhir";
import type { Scenario } from "../scenario.ts";
import { mobile, points } from "../world/ground.ts";
import { bucket } from "../world/region.ts";
import { allOptedOut, exactlyOne, hasItem, onCarriersList } from "./found.ts";

/** What S3 says when a file comes in. */
function fileCame(key: string): object {
  const eventTime = new Date(monday - 1_000).toISOString();
  const s3 = { bucket: { name: bucket }, object: { key } };
  return { Records: [{ eventName: "ObjectCreated:Put", eventTime, s3 }] };
}

const today = dayOf(monday, "America/New_York");

export const bringingInScenarios: readonly Scenario[] = [
  {
    name: "enroll-patient",
    of: "enroll-patient",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.publish();
    },
    source: {
      queue: "enroll",
      body: {
        ...{ schema: "enroll.v1", organization: "oak", patient: "p1" },
        ...{ campaign: "screening/text", version: 1, on: today },
      },
    },
    missing: (end) => [
      ...exactlyOne(end, "enrolled"),
      ...exactlyOne(end, "enrollment-ended"),
      ...(end.books.accepted.length === 1 ? [] : ["who was enrolled was not contacted once"]),
    ],
  },
  {
    name: "select-patients",
    of: "select-patients",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points("+12025550122") });
      await ground.publish();
    },
    source: { invoked: () => ({ schema: "select.v1", organization: "oak" }) },
    missing: (end) => [...exactlyOne(end, "enrolled", "p1"), ...exactlyOne(end, "enrolled", "p2")],
  },
  {
    name: "release-due",
    of: "release-due",
    live: ["text", "mail"],
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points("two@patient.example") });
      await ground.enroll("text");
      await ground.enroll("mail", "p2");
      await ground.publish();
    },
    source: { invoked: () => ({ schema: "release.v1" }) },
    missing: (end) => [
      ...exactlyOne(end, "touch-accepted", "p1"),
      ...exactlyOne(end, "touch-accepted", "p2"),
    ],
  },
  {
    name: "publish-ledger",
    of: "publish-ledger",
    live: ["text", "mail"],
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points("two@patient.example") });
      await ground.publish();
      await ground.enroll("text");
      await ground.enroll("mail", "p2");
    },
    source: { invoked: async (tables) => ({ Records: await tables.written() }) },
    missing: (end) => [...exactlyOne(end, "enrolled", "p1"), ...exactlyOne(end, "enrolled", "p2")],
  },
  {
    name: "mirror-opt-outs",
    of: "mirror-opt-outs",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.ask({ type: "opt-out", at: monday - 30 * minuteMs, via: "email" });
      await ground.publish();
    },
    source: {
      queue: "mirror",
      body: { schema: "mirror.v1", organization: "oak", patient: "p1" },
    },
    missing: (end) => onCarriersList(end, mobile),
  },
  {
    name: "import-opt-outs",
    of: "import-opt-outs",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.admit({ patient: "p2", points: points("two@patient.example") });
      await ground.enroll("text");
      await ground.publish();
    },
    files: {
      "opt-outs/old.csv": `address,source\n${mobile},letter\ntwo@patient.example,letter\nnobody,x\n`,
    },
    source: { queue: "opt-outs", body: fileCame("opt-outs/old.csv") },
    missing: (end) => allOptedOut(end, "p1", "p2"),
    behind: (end) => onCarriersList(end, mobile),
  },
  {
    name: "import-patients",
    of: "import-patients",
    live: ["text"],
    async prepare(ground) {
      await ground.know({ name: "mammogram", codes: ["loinc|4548-4"] });
      await ground.publish();
    },
    files: {
      "incoming/today.ndjson": ndjson(
        patient({ id: "p8" }),
        observation({ subject: { reference: "Patient/p8" } }),
        "{broken",
      ),
    },
    source: { queue: "import", body: fileCame("incoming/today.ndjson") },
    missing: (end) =>
      ["profile", "record", "facts", "eligibility#screening/text"].flatMap((kind) =>
        hasItem(end, "oak#p8", kind),
      ),
  },
  {
    name: "halt-channel",
    of: "halt-channel",
    live: ["text"],
    async prepare(ground) {
      await ground.admit();
      await ground.publish();
    },
    isApart: true,
    source: {
      invoked: () => ({
        alarmData: { alarmName: "rounds-test-too-many-sms", state: { value: "ALARM" } },
      }),
    },
    missing: (end) => hasItem(end, "oak", "halt#sms"),
  },
];
