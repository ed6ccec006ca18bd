import type { Campaign } from "#domain/campaign/campaign";
import type { Environment } from "#infra/environments";
import { several } from "../../report/numbers.ts";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok, skipped } from "../finding.ts";

const check = "machines";

/**
 * Connect tells machines from people on campaign traffic only. On general traffic a machine hears what
 * is for a person, whatever a campaign wrote for voicemail. Source: Amazon Connect API Reference,
 * `StartOutboundVoiceContact`, `AnswerMachineDetectionConfig`.
 */
export function checkMachines(
  environment: Environment,
  campaigns: readonly Campaign[] | undefined,
): readonly Finding[] {
  const { traffic } = environment.connect;
  if (traffic === "campaign") {
    return [ok(check, "Calls tell machines from people.")];
  }
  if (campaigns === undefined) {
    const says = "Traffic is `general`, and the campaigns that may call could not be read.";
    return [skipped(check, says, "See what `rounds check` says of them.")];
  }
  const calling = campaigns.filter(({ steps }) =>
    Object.values(steps).some(({ kind }) => kind === "call"),
  );
  if (calling.length === 0) return [ok(check, "No campaign calls.")];
  const leaving = calling.filter(({ steps }) =>
    Object.values(steps).some((step) => step.kind === "call" && step.voicemail !== undefined),
  );
  const who = `${several(calling.length, "campaign")} that call, ${leaving.length} with words for a voicemail`;
  const says = `Traffic is \`general\` (${who}): an answering machine records what is for the patient alone, and whoever plays it hears it.`;
  const advice =
    '`connect.traffic: "campaign"`, once AWS granted the quota of campaign calls (docs/runbooks/connect.md).';
  return [mistake(contactsPatients(environment))(check, says, advice)];
}
