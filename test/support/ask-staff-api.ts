import type { StaffAnswer } from "#adapters/lambda/staff-answer";
import type { LivedRun } from "#local/run";
import { type StaffRequest, staffRequest } from "#support/a-staff-request";
import { regionStacks } from "#support/region-stacks";

/** Asks the staff's function on a laptop, with a token of the pool and console of the template. */
export async function askStaffApi(
  { stack, clinic }: Pick<LivedRun, "stack" | "clinic">,
  request: StaffRequest,
): Promise<StaffAnswer> {
  const claims = {
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${localName("AWS::Cognito::UserPool")}`,
    aud: localName("AWS::Cognito::UserPoolClient"),
  };
  const { requestContext, ...event } = staffRequest({
    ...{ organization: clinic.id, ...request, claims },
  });
  asked += 1;
  const context = { ...requestContext, requestId: `request-${asked}` };
  const answer = await stack.invoke("staff-api", { ...event, requestContext: context });
  return answer as StaffAnswer;
}

/** The gateway gives every request a number of its own. */
let asked = 0;

const known = new Map<string, string>();

/** What a reference to the only resource of that type becomes on this machine. */
function localName(type: string): string {
  const [id] = known.has(type) ? [] : Object.keys(regionStacks().access.findResources(type));
  const name = known.get(type) ?? `rounds-local-access-${id}`;
  known.set(type, name);
  return name;
}
