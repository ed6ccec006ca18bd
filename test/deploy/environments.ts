import { Environment, environmentNamed } from "#infra/environments";
import { staffAt } from "#infra/oak-clinic";

/** Where the bundles lie that the test's app deploys; set for the app's process. */
export const bundlesVariable = "ROUNDS_TEST_BUNDLES";

/** One account for both: the names of two regions' deployments must not collide in it. */
const account = "123456789012";

/** The number that patients text to. */
export const originationIdentity = "+12025550100";

/** Two regions' deployments, on the lines of the local one: its flows and identities are given. */
export const east = inRegion("east", "us-east-1");
export const west = inRegion("west", "us-west-2");
export const testEnvironments: readonly Environment[] = [east, west];

function inRegion(name: string, region: string): Environment {
  const local = environmentNamed("local");
  const isEast = region === "us-east-1";
  const smsVoice = `arn:aws:sms-voice:${region}:${account}`;
  return Environment.parse({
    ...local,
    ...{ name, account, region, data: "discard" },
    channels: {
      originationIdentity,
      originationArn: `${smsVoice}:phone-number/phone-${name}`,
      optOutListArn: `${smsVoice}:opt-out-list/rounds-${name}`,
      smsConfigurationSet: `rounds-${name}`,
      emailConfigurationSet: `rounds-${name}`,
    },
    access: staffAt(`${name}.oak-clinic.example`, account, `oak-clinic-rounds-${name}`, isEast),
  });
}
