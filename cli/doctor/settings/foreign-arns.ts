import type { Environment } from "#infra/environments";
import { type Finding, ok, problem } from "../finding.ts";
import { enumerate, textsIn } from "./written.ts";

const check = "arns";

/** CloudFront takes certificates and ACLs from there, wherever the deployment stands. */
const regionOfCloudFront = "us-east-1";

/** Numbers, lists, certificates and ACLs of another account or region are refused when they are used. */
export function checkForeignArns(environment: Environment): readonly Finding[] {
  const arns = textsIn(environment).filter(({ text }) => text.startsWith("arn:"));
  const foreign = arns.filter(({ path, text }) => {
    const [, , , region, account] = text.split(":");
    const wanted = path.startsWith("access.") ? regionOfCloudFront : environment.region;
    return region !== wanted || account !== environment.account;
  });
  if (foreign.length === 0) return [ok(check, "What is named by ARN is of this account.")];
  const paths = foreign.map(({ path }) => `\`${path}\``);
  const says = `Of another account or region: ${enumerate(paths)}. Texts would be refused, or staff could not sign in.`;
  const region = `${environment.region}; what is under \`access\`, in ${regionOfCloudFront}`;
  return [problem(check, says, `Name those of account ${environment.account} in ${region}.`)];
}
