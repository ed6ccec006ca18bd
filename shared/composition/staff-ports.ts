import type { SQSClient } from "@aws-sdk/client-sqs";
import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createDraftStore } from "#adapters/dynamodb/draft-store";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createNoteStore } from "#adapters/dynamodb/note-store";
import { createOriginStore } from "#adapters/dynamodb/origin-store";
import { createPatientDirectory } from "#adapters/dynamodb/patient-directory";
import { createPersonIndex } from "#adapters/dynamodb/person-index";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import { createStaffRoster } from "#adapters/dynamodb/staff-roster";
import { createViewLog } from "#adapters/dynamodb/view-log";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { ResolveMessage } from "#contracts/resolve-message";
import { createMirroringEngine, type MirrorConfig } from "./mirroring.ts";
import type { EngineConfig } from "./record-engine.ts";

export type StaffConfig = EngineConfig &
  MirrorConfig & {
    readonly LEDGER_TABLE_NAME: string;
    readonly WORKLIST_TABLE_NAME: string;
    readonly VIEWS_TABLE_NAME: string;
    readonly IMPORT_QUEUE_URL: string;
  };

/** What staff reach in a deployment. */
export function createStaffPorts(sqs: SQSClient, config: StaffConfig) {
  const engine = createMirroringEngine(sqs, config);
  const { table } = engine;
  const named = (name: string) => ({ ...table, name });
  const worklist = named(config.WORKLIST_TABLE_NAME);
  return {
    ...engine,
    // Nobody waits at a screen for what a closed task makes due: the next minute's release finds it.
    kick: async () => undefined,
    concepts: createConceptStore(table),
    facts: createFactStore(table),
    origins: createOriginStore(table),
    drafts: createDraftStore(table),
    resolutions: createResolutionStore(table),
    queue: createWorkQueue({ client: sqs, url: config.IMPORT_QUEUE_URL, contract: ResolveMessage }),
    points: createPointDirectory(table),
    profiles: createProfileStore(table),
    patients: createPatientDirectory(table),
    persons: createPersonIndex(table),
    replies: createReplyStore(table),
    ledger: createLedgerStore(named(config.LEDGER_TABLE_NAME)),
    worklist: createWorklist(worklist),
    notes: createNoteStore(worklist),
    roster: createStaffRoster(worklist),
    views: createViewLog(named(config.VIEWS_TABLE_NAME)),
  };
}
