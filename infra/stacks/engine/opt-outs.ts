import { Construct } from "constructs";
import { changePatients, importFiles, putWork } from "../../constructs/grants.ts";
import { QueueWorker } from "../../constructs/queue-worker.ts";
import { timeouts } from "../../timeouts.ts";
import { type EngineParts, recordVariables } from "./parts.ts";

/** Opt-outs that were not said to us: those that another system kept. */
export class OptOuts extends Construct {
  constructor(scope: Construct, id: string, parts: EngineParts) {
    super(scope, id);
    this.importOptOuts(parts);
  }

  private importOptOuts(parts: EngineParts): void {
    const { data, environment, surroundings } = parts;
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
        IMPORT_BUCKET_NAME: data.files.bucketName,
        OPT_OUTS_QUEUE_URL: data.optOutWork.queue.queueUrl,
        ORGANIZATION_ID: environment.organizationId,
      },
    });
    changePatients(worker, data.patients);
    importFiles(worker, data.filesName, "optOuts");
    putWork(worker, data.optOutWork);
  }
}
