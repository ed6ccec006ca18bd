import { setTimeout as sleep } from "node:timers/promises";
import type { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createSmsSender } from "#adapters/end-user-messaging/sms-sender";
import { serviceClient } from "#adapters/service-client";
import { createRecordEngine } from "#composition/record-engine";
import { createQueueRim } from "#composition/rim";
import type { Command } from "#domain/record/command";
import { decide } from "#domain/record/decide";
import { digest } from "#domain/record/digest";
import type { RecordEvent } from "#domain/record/event";
import { evolve, evolveAll } from "#domain/record/evolve";
import { newRecord } from "#domain/record/new-record";
import type { PatientRecord } from "#domain/record/record";
import type { Rules } from "#domain/record/rules";
import type { RecordStore } from "#ports";
import type { Act } from "#usecases/act";
import { createContactPatient, deliverBySms } from "#usecases/contact-patient";
import { createReadRules, type ReadRules } from "#usecases/read-rules";
import { createSlowLane } from "#usecases/slow-lane";
import { createStopPoint } from "#usecases/stop-point";
import { createTripBreaker } from "#usecases/trip-breaker";
import { config } from "../../../functions/send-sms/config.ts";

/**
 * Our own text function with one thing changed: what it decides to send is written once it is known
 * what came of it, and not before. So it sends what it has no record of having sent.
 */
export function composeRecordedAfter(client: PinpointSMSVoiceV2Client) {
  const sqs = new SQSClient(serviceClient());
  const engine = createRecordEngine(config);
  const { clock, organizations, table, records } = engine;
  const act = createActOnce(records, createReadRules(engine));
  const paces = createPaceStore(table);
  const points = createPointDirectory(table);
  const sender = createSmsSender({
    client,
    originationIdentity: config.SMS_ORIGINATION_IDENTITY,
    configurationSet: config.SMS_CONFIGURATION_SET,
  });
  const contactPatient = createContactPatient({
    ...{ act, organizations, points, clock, sleep },
    profiles: createProfileStore(table),
    stopPoint: createStopPoint({ act, points, clock }),
    isFenced: async () => false,
    tripBreaker: createTripBreaker({ organizations, tripped: () => undefined }),
    slowLane: createSlowLane({ paces, clock }),
    deliver: deliverBySms(sender),
    recipients: config.RECIPIENTS,
  });
  return { rim: createQueueRim("send-sms", sqs, config), contactPatient, table, clock };
}

interface Decided {
  readonly before: PatientRecord;
  readonly events: readonly RecordEvent[];
}

/** Keeps what a claim decided in memory, and writes it together with the outcome. */
function createActOnce(records: RecordStore, readRules: ReadRules): Act {
  let decided: Decided | undefined;
  return async (organization, patient, ask) => {
    const stored = (await records.load(organization, patient)) ?? newRecord(organization, patient);
    const rules = await readRules(organization, stored.enrollments);
    const commands = ask(stored, rules);
    const isClaim = commands.some(({ type }) => type === "claim");
    const known = isClaim ? undefined : decided;
    const before = known?.before ?? stored;
    const current = evolveAll(before, known?.events ?? []);
    const events = decideAll(known ? current : before, commands, rules);
    const all = [...(known?.events ?? []), ...events];
    const after = evolveAll(before, all);
    if (isClaim) {
      decided = { before, events };
      return { record: after, events, rules };
    }
    decided = undefined;
    if (all.length > 0) {
      await records.append({ before, after, events: all, inputs: digest(JSON.stringify(before)) });
    }
    return { record: after, events, rules };
  };
}

function decideAll(
  before: PatientRecord,
  commands: readonly Command[],
  rules: Rules,
): readonly RecordEvent[] {
  let record = before;
  return commands.flatMap((command) => {
    const events = decide(record, command, rules);
    record = events.reduce(evolve, record);
    return events;
  });
}
