import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Concepts } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import { digest } from "#domain/record/digest";
import type { Instant } from "#domain/time";
import { localRegion } from "../engines/fauxqs.ts";
import type { LocalStackForServers } from "../local-stack.ts";
import { resourcesMeeting } from "./meeting-goal.ts";

/** Nobody goes twice within this because two texts asked; a monthly test comes again. */
const betweenMs = 21 * 86_400_000;

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
  const planned = new Map<string, Instant>();
  return {
    done(patient, campaign, afterMs) {
      const goal = campaigns.find((known) => known.id === campaign)?.goal;
      const at = stack.clock.now() + afterMs;
      const before = planned.get(`${patient}/${campaign}`);
      if (goal === undefined || (before !== undefined && at - before < betweenMs)) return;
      planned.set(`${patient}/${campaign}`, at);
      const id = digest(`${patient}/${campaign}/${before ?? ""}`);
      const resources = resourcesMeeting({ id, patient, goal, concepts, at });
      if (resources.length === 0) return;
      stack.clock.schedule(at, `facts/${patient}/${campaign}`, async () => {
        await s3.send(
          new PutObjectCommand({
            Bucket: stack.bucketName("files"),
            Key: `incoming/${id}.ndjson`,
            Body: resources.map((resource) => `${JSON.stringify(resource)}\n`).join(""),
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
