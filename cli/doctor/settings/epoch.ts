import type { Environment } from "#infra/environments";
import { type Finding, ok, warning } from "../finding.ts";

const check = "epoch";

/** Each patient has one home. Two deployments that each think themselves at home send twice. */
export function checkEpoch(
  environment: Environment,
  all: readonly Environment[],
): readonly Finding[] {
  const { epoch, organizationId } = environment;
  const advice = `\`rounds fence\` the one before with --epoch, as docs/runbooks/failover.md says.`;
  const later = all.filter(
    (other) => other.organizationId === organizationId && other.epoch > epoch,
  );
  if (later.length > 0) {
    const names = later.map(({ name, epoch: theirs }) => `${name} (epoch ${theirs})`).join(", ");
    const says = `Epoch ${epoch} is behind ${names}. Patients whom that deployment took over from this one would be contacted twice.`;
    return [warning(check, says, advice)];
  }
  if (epoch === 1) return [ok(check, "The first home of its patients.")];
  const says = `Epoch ${epoch}: it takes patients over. They are contacted twice as long as the deployment before is not fenced off.`;
  return [warning(check, says, advice)];
}
