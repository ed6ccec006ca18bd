import { DeleteMessageBatchCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPatientDirectory } from "#adapters/dynamodb/patient-directory";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { DueMessage } from "#contracts/due-message";
import { EnrollMessage } from "#contracts/enroll-message";
import { MirrorMessage } from "#contracts/mirror-message";
import { ResolveMessage } from "#contracts/resolve-message";
import { UrgentMessage } from "#contracts/urgent-message";
import { canonicalJson } from "#domain/canonical-json";
import { shards } from "#local/simulation/stores";
import type { Ground } from "./engines.ts";
import { dueInOneOrder, inOneSlice, startingInOneOrder } from "./one-order.ts";
import type { Queued, QueueName, Side } from "./side.ts";

/** What the product runs on: the adapters of the deployed functions, on engines with AWS's protocols. */
export function realSide(organization: string, ground: Ground): Side {
  const { patients: table, sqs: client, urls, puts } = ground;
  const lane = (name: QueueName) =>
    createWorkQueue({ client, url: urls[name], contract: DueMessage });
  return {
    ports: {
      organization,
      records: dueInOneOrder(createRecordStore({ table, shards })),
      points: createPointDirectory(table),
      profiles: createProfileStore(table),
      patients: inOneSlice(createPatientDirectory(table)),
      replies: createReplyStore(table),
      facts: createFactStore(table),
      eligibility: startingInOneOrder(createEligibilityIndex(table)),
      campaigns: createCampaignStore(table),
      concepts: createConceptStore(table),
      organizations: createOrganizationDirectory(table),
      resolutions: createResolutionStore(table),
      paces: createPaceStore(table),
      calls: createCallDirectory(table),
      worklist: createWorklist(ground.worklist),
      queues: {
        lanes: {
          sms: lane("sms"),
          email: lane("email"),
          voice: lane("voice"),
          decide: lane("decide"),
          task: lane("task"),
        },
        urgent: createWorkQueue({ client, url: urls.urgent, contract: UrgentMessage }),
        enroll: createWorkQueue({ client, url: urls.enroll, contract: EnrollMessage }),
        mirror: createWorkQueue({ client, url: urls.mirror, contract: MirrorMessage }),
        resolve: createWorkQueue({ client, url: urls.resolve, contract: ResolveMessage }),
      },
    },
    ledger: createLedgerStore(ground.ledger),
    take: (name) => drained(ground, name),
    written: () =>
      puts()
        .map(ledgerRowsIn)
        .filter((rows) => rows.length > 0),
  };
}

async function drained<Name extends QueueName>(
  { sqs, urls }: Ground,
  name: Name,
): Promise<readonly Queued[Name][]> {
  const QueueUrl = urls[name];
  const bodies: Queued[Name][] = [];
  for (;;) {
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await sqs.send(receive);
    if (Messages.length === 0) break;
    for (const { Body = "" } of Messages) bodies.push(JSON.parse(Body));
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({
      ...{ Id: String(index), ReceiptHandle },
    }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
  return bodies.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}
