import { Construct } from "constructs";
import {
  changePatients,
  changePoints,
  importFiles,
  listNumbers,
  loadPatients,
  putWork,
} from "../../constructs/grants.ts";
import { QueueWorker } from "../../constructs/queue-worker.ts";
import { timeouts } from "../../timeouts.ts";
import { type EngineParts, mirrorVariables, recordVariables } from "./parts.ts";

/** Calls about the list at once: a carrier allows few in a second, and SQS pollers take 2 at least. */
const mirrorsAtOnce = 2;

/** Opt-outs that others keep: another system before us, and the carrier beside us. */
export class OptOuts extends Construct {
  constructor(scope: Construct, id: string, parts: EngineParts) {
    super(scope, id);
    this.importOptOuts(parts);
    this.mirrorOptOuts(parts);
  }

  private importOptOuts(parts: EngineParts): void {
    const { data, environment, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "import-opt-outs", {
      surroundings,
      name: "import-opt-outs",
      does: "Takes in opt-outs that another system kept.",
      ifItFails: "People who opted out elsewhere are contacted here as if they had not.",
      timeout: timeouts.import,
      memoryMb: 1024,
      feeds: [{ work: data.optOutWork, batch: 1, concurrency: environment.concurrency.import }],
      variables: {
        ...recordVariables(parts),
        ...mirrorVariables(parts),
        IMPORT_BUCKET_NAME: data.files.bucketName,
        OPT_OUTS_QUEUE_URL: data.optOutWork.queue.queueUrl,
        ORGANIZATION_ID: environment.organizationId,
      },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    importFiles(worker, data.filesName, "optOuts");
    putWork(worker, data.optOutWork, queues.mirror);
  }

  private mirrorOptOuts(parts: EngineParts): void {
    const { channels, data, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "mirror-opt-outs", {
      surroundings,
      name: "mirror-opt-outs",
      does: "Keeps the carrier's opt-out list in step with the patients' own word.",
      ifItFails:
        "The carrier would still take texts to people who opted out; only our own records stop them.",
      timeout: timeouts.mirror,
      feeds: [{ work: queues.mirror, batch: 5, concurrency: mirrorsAtOnce }],
      variables: { ...recordVariables(parts), SMS_OPT_OUT_LIST: channels.optOutListArn },
    });
    loadPatients(worker, data.patients);
    listNumbers(worker, channels);
  }
}
