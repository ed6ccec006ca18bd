import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import {
  changePatients,
  changePoints,
  importFiles,
  putWork,
  queryIndex,
  readPatients,
  replaceEligibility,
  scanPatients,
} from "../../constructs/grants.ts";
import { QueueWorker } from "../../constructs/queue-worker.ts";
import { ScheduledWorker } from "../../constructs/scheduled-worker.ts";
import { timeouts } from "../../timeouts.ts";
import {
  type EngineParts,
  lanesOf,
  laneVariables,
  mirrorVariables,
  recordVariables,
} from "./parts.ts";

/** From files to enrollments: who is in, and since when. */
export class Selection extends Construct {
  constructor(scope: Construct, id: string, parts: EngineParts) {
    super(scope, id);
    this.importPatients(parts);
    this.selectPatients(parts);
    this.enrollPatient(parts);
  }

  private importPatients(parts: EngineParts): void {
    const { data, environment, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "import-patients", {
      surroundings,
      name: "import-patients",
      does: "Turns FHIR files into profiles, facts and eligibility dates.",
      ifItFails:
        "New patients and facts do not arrive: people who refilled or were seen are still reminded, and people who drift are not found.",
      timeout: timeouts.import,
      memoryMb: 1024,
      feeds: [{ work: data.importWork, batch: 1, concurrency: environment.concurrency.import }],
      variables: {
        ...recordVariables(parts),
        ...mirrorVariables(parts),
        IMPORT_BUCKET_NAME: data.files.bucketName,
        IMPORT_QUEUE_URL: data.importWork.queue.queueUrl,
        ORGANIZATION_ID: environment.organizationId,
      },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    replaceEligibility(worker, data.patients);
    scanPatients(worker, data.patients);
    importFiles(worker, data.filesName, "incoming");
    putWork(worker, data.importWork, queues.mirror);
  }

  private selectPatients({ data, environment, queues, surroundings }: EngineParts): void {
    const { worker } = new ScheduledWorker(this, "select-patients", {
      surroundings,
      name: "select-patients",
      does: "Each day, hands the patients whose audience starts to hold to enrollment.",
      ifItFails: "Nobody new is enrolled today; patients already enrolled are not affected.",
      // Before the clinic opens, so that the first texts of the day can carry today's selection.
      schedule: "cron(0 5 * * ? *)",
      zone: environment.zone,
      input: { schema: "select.v1", organization: environment.organizationId },
      retries: 2,
      timeout: timeouts.select,
      variables: {
        TABLE_NAME: data.patients.tableName,
        ENROLL_QUEUE_URL: queues.enroll.queue.queueUrl,
      },
    });
    readPatients(worker, data.patients);
    queryIndex(worker, data.patients, "eligibility");
    putWork(worker, queues.enroll);
    // A day and a quarter: a day has 25 hours when the clocks go back.
    const runs = { period: Duration.hours(6), statistic: "Sum" };
    worker.alarmWhenSilent("no-run", worker.handler.metricInvocations(runs), 5);
  }

  private enrollPatient(parts: EngineParts): void {
    const { data, environment, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "enroll-patient", {
      surroundings,
      name: "enroll-patient",
      does: "Enrolls a selected patient in a campaign, or says why not.",
      ifItFails: "Selected patients are not enrolled and hear nothing from their campaign.",
      timeout: timeouts.enroll,
      feeds: [{ work: queues.enroll, batch: 10, concurrency: environment.concurrency.enroll }],
      variables: { ...recordVariables(parts), ...laneVariables(parts) },
    });
    changePatients(worker, data.patients);
    replaceEligibility(worker, data.patients);
    putWork(worker, ...lanesOf(parts));
  }
}
