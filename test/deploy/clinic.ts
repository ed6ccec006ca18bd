import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { FhirResource } from "fhir/r4";
import { loadCampaign } from "#cli/campaign-files";
import { loadPublished } from "#cli/published";
import type { Campaign, SendStep } from "#domain/campaign/campaign";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactWindow } from "#domain/contact/window";
import type { Organization } from "#domain/patient/organization";
import { formatDay } from "#domain/time";
import type { Environment } from "#infra/environments";
import { oakClinic } from "#local/organization";
import { localFiles, type StackAddress } from "#local/stores";
import { ndjson, observation, patient } from "#support/fhir";

/** Concepts, notices: what the shipped campaigns lean on. */
export const { published } = loadPublished();

const always = { opensMinute: 0, closesMinute: 1_440 };

/** The test runs on the wall clock and at any hour: this clinic's patients may be texted at all. */
const atAllHours: ContactWindow = {
  byWeekday: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
  holidays: "open",
};

export function sleeplessClinic(environment: Environment): Organization {
  return {
    ...oakClinic(environment, published.notices),
    policy: { ...defaultPolicy, window: atAllHours, spreadMinutes: 0 },
  };
}

/** Past its review a campaign enrolls nobody; this test must not end with it. */
const reviewed = { review: "2099-12-31", holdout: 0 } as const;

const shipped = { ...loadCampaign("lab-reminder/hba1c"), ...reviewed };

/** The shipped HbA1c reminder, for everybody below 85. */
export const reminder: Campaign = {
  ...shipped,
  audience: { all: [{ age: { from: 18, through: 84 } }, shipped.audience] },
};

/** The same for the eldest, whose silence is a minute long. */
export const hastyReminder: Campaign = {
  ...shipped,
  id: "lab-reminder/hasty",
  audience: { all: [{ age: { from: 85 } }, shipped.audience] },
  steps: { ...shipped.steps, invite: hastyInvite() },
};

/** A next version of the reminder, in which 1 and 2 have changed their places. */
export const reorderedReminder: Campaign = {
  ...reminder,
  steps: { ...reminder.steps, invite: { ...invite(), answers: reordered(invite().answers) } },
};

function hastyInvite(): SendStep {
  return { ...invite(), wait: { unit: "minutes", count: 1 } };
}

function invite(): SendStep {
  const step = shipped.steps["invite"];
  if (step?.kind === "send") return step;
  throw new Error("The HbA1c reminder no longer begins with a text.");
}

function reordered({ "1": first = "", "2": second = "", ...rest }: SendStep["answers"]) {
  return { ...rest, "1": second, "2": first };
}

/** A patient with diabetes whose HbA1c is long overdue. */
export interface OverduePatient {
  readonly id: string;
  readonly phone: string;
  readonly birthDate: string;
}

/** Hands a file with these patients in, as a clinic's system does. */
export async function handIn(
  address: StackAddress,
  name: string,
  patients: readonly OverduePatient[],
): Promise<void> {
  const client = localFiles(address);
  try {
    const Body = ndjson(...patients.flatMap(resourcesOf));
    await client.send(
      new PutObjectCommand({ Bucket: address.bucket, Key: `incoming/${name}.ndjson`, Body }),
    );
  } finally {
    client.destroy();
  }
}

const dayMs = 86_400_000;

function resourcesOf({ id, phone, birthDate }: OverduePatient): readonly FhirResource[] {
  const lastYear = formatDay(Math.floor(Date.now() / dayMs) - 300);
  return [
    patient({ id, birthDate, telecom: [{ system: "phone", value: phone, use: "mobile" }] }),
    observation({
      id: `a1c-${id}`,
      subject: { reference: `Patient/${id}` },
      effectiveDateTime: lastYear,
    }),
  ];
}
