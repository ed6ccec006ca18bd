import type { StaffAnswer } from "#adapters/lambda/staff-handler";
import type { LivedRun } from "#local/run";
import { staffRequest } from "#support/a-staff-request";
import { regionStacks } from "#support/region-stacks";

/** Asks the staff's function on a laptop, with a token of the pool and console of the template. */
export async function askStaffApi(
  { stack }: Pick<LivedRun, "stack">,
  route: string,
  organization: string,
): Promise<StaffAnswer> {
  const claims = {
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${localName("AWS::Cognito::UserPool")}`,
    aud: localName("AWS::Cognito::UserPoolClient"),
  };
  const event = staffRequest({ route, organization, claims });
  return (await stack.invoke("staff-api", event)) as StaffAnswer;
}

/** What a reference to the only resource of that type becomes on this machine. */
function localName(type: string): string {
  const [id] = Object.keys(regionStacks().access.findResources(type));
  return `rounds-local-access-${id}`;
}
