import type { ConsoleConfig } from "#contracts/api/console-config";
import type { Access } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";

/**
 * What the console of this deployment reads when it is opened. Addresses of the pages of the
 * sign-in: Cognito developer guide, "User pool endpoints and managed login reference".
 */
export function consoleConfig(api: string, signIn: SignIn, { console }: Access): ConsoleConfig {
  const client = signIn.client.userPoolClientId;
  const home = encodeURIComponent(`https://${console}/`);
  return {
    api,
    signIn: {
      issuer: signIn.issuer,
      client,
      authorize: `${signIn.address}/oauth2/authorize`,
      token: `${signIn.address}/oauth2/token`,
      signOut: `${signIn.address}/logout?client_id=${client}&logout_uri=${home}`,
    },
  };
}
