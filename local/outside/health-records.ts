import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Concepts } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import { chance, digest } from "#domain/record/digest";
import type { Instant } from "#domain/time";
import { localRegion } from "../engines/fauxqs.ts";
import type { LocalStackForServers } from "../local-stack.ts";

const systems: Readonly<Record<string, string>> = {
  loinc: "http://loinc.org",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
};

export interface HealthRecords {
  /** The patient does what the campaign asks for; the file comes in after this long. */
  done(patient: string, campaign: string, afterMs: number): void;
}

/**
 * The clinic's own system: when a simulated patient goes for the test or the refill, a FHIR file
 * with the result arrives in the import bucket, as any other file does.
 */
export function createHealthRecords(
  stack: LocalStackForServers,
  campaigns: readonly Campaign[],
  concepts: Concepts,
): HealthRecords {
  const s3 = clientOf(stack.endpoints.s3);
  const planned = new Set<string>();
  return {
    done(patient, campaign, afterMs) {
      const id = digest(`${patient}/${campaign}`);
      const goal = campaigns.find((known) => known.id === campaign)?.goal;
      const code = goal === undefined ? undefined : codeOfGoal(goal, concepts);
      // Once per patient and campaign: nobody has two mammograms because two texts asked.
      if (!code || planned.has(id)) return;
      planned.add(id);
      const at = stack.clock.now() + afterMs;
      stack.clock.schedule(at, `facts/${patient}/${campaign}`, async () => {
        const resource = resourceOf({ id, patient, campaign, code, at });
        await s3.send(
          new PutObjectCommand({
            Bucket: stack.bucketName("files"),
            Key: `incoming/${id}.ndjson`,
            Body: `${JSON.stringify(resource)}\n`,
          }),
        );
      });
    },
  };
}

function clientOf(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: localRegion,
    forcePathStyle: true,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}

/** One code that meets the goal: the first of the first concept that the goal names. */
function codeOfGoal(goal: unknown, concepts: Concepts): string | undefined {
  const text = JSON.stringify(goal);
  for (const name of concepts.names) {
    if (!text.includes(`"${name}"`)) continue;
    const concept = concepts.get(name);
    // Of a medicine the last product listed: the bare ingredient comes first and is never filled.
    const products = Object.values(concept?.ingredients ?? {}).flatMap((list) => list.slice(-1));
    const codes = [...products, ...(concept?.codes ?? [])];
    const code = codes.find((candidate) => !candidate.endsWith("*"));
    if (code) return code;
  }
  return undefined;
}

interface Done {
  readonly id: string;
  readonly patient: string;
  readonly campaign: string;
  readonly code: string;
  readonly at: Instant;
}

/** A refill, a result with its value, or the report of a test. */
function resourceOf({ id, patient, campaign, code, at }: Done): object {
  const [system = "", value = ""] = code.split("|");
  const coding = [{ system: systems[system] ?? system, code: value }];
  const subject = { reference: `Patient/${patient}` };
  const when = new Date(at).toISOString();
  if (system === "rxnorm") {
    return {
      resourceType: "MedicationDispense",
      id,
      status: "completed",
      medicationCodeableConcept: { coding },
      subject,
      whenHandedOver: when,
      daysSupply: { value: 90, unit: "days" },
    };
  }
  const result = { id, status: "final", code: { coding }, subject, effectiveDateTime: when };
  if (!campaign.startsWith("lab-reminder/")) return { resourceType: "DiagnosticReport", ...result };
  const percent = 5.5 + Math.round(chance(id) * 40) / 10;
  const unit = { unit: "%", system: "http://unitsofmeasure.org", code: "%" };
  return { resourceType: "Observation", ...result, valueQuantity: { value: percent, ...unit } };
}
