import type { OrganizationId } from "#domain/patient/profile";
import { buildConsole } from "../console/build-console.ts";
import { startConsoleSite } from "../console/console-site.ts";
import type { LocalStack } from "../local-stack.ts";
import { LocalProblem } from "../problem.ts";
import { startSignIn } from "./sign-in.ts";
import { startStaffGate } from "./staff-gate.ts";
import { createTokenMaker } from "./token-maker.ts";

/** The console of a running stack. */
export interface OpenConsole {
  /** Where a browser opens it. */
  readonly address: string;
  /** The staff API behind it. */
  readonly api: string;
  close(): Promise<void>;
}

/**
 * Builds the console and opens it on a running stack: its files with the headers of the template, the
 * staff API behind a gate that wants a token, and a sign-in that offers one member for each role.
 * @throws LocalProblem where the template has nothing for staff or the console does not build.
 */
export async function openConsole(
  stack: LocalStack,
  organization: OrganizationId,
  folder: string,
): Promise<OpenConsole> {
  const { access } = stack;
  if (access === undefined) {
    throw new LocalProblem(
      "local/no-console",
      "The template holds no stack by which staff come in.",
    );
  }
  await buildConsole(folder);
  const tokens = await createTokenMaker(access, organization);
  const signIn = await startSignIn(tokens, access.audience);
  let address = "";
  const { invoke } = stack;
  const gate = await startStaffGate({
    ...{ routes: access.routes, tokens, console: () => address },
    invoke: (arn, event) => invoke.call(stack, nameIn(arn), event),
  });
  const site = await startConsoleSite({
    ...{ folder, headers: access.headers },
    config: (home) => ({
      api: gate.url,
      signIn: {
        ...{ issuer: access.issuer, client: access.audience },
        authorize: `${signIn.url}/authorize`,
        token: `${signIn.url}/token`,
        signOut: `${signIn.url}/logout?logout_uri=${encodeURIComponent(`${home}/`)}`,
      },
    }),
  });
  address = site.url;
  const close = async () => {
    await Promise.all([site.close(), gate.close(), signIn.close()]);
  };
  return { address, api: gate.url, close };
}

/** `arn:aws:lambda:…:function:rounds-local-staff-api` → its name. */
function nameIn(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}
