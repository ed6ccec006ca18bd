import { buildConsole } from "../console/build-console.ts";
import { startConsoleSite } from "../console/console-site.ts";
import { LocalProblem } from "../problem.ts";
import type { LivedRun } from "../run.ts";
import { buildStrip } from "../strip/build-strip.ts";
import { createStripSite } from "../strip/strip-site.ts";
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
 * Below each page of it stands what only a laptop has, its clock and its phones.
 * @throws LocalProblem where the template has nothing for staff or the console does not build.
 */
export async function openConsole(run: LivedRun, folder: string): Promise<OpenConsole> {
  const { stack, clinic } = run;
  const { access } = stack;
  if (access === undefined) {
    throw new LocalProblem(
      "local/no-console",
      "The template holds no stack by which staff come in.",
    );
  }
  const stripFolder = `${folder}-strip`;
  await Promise.all([buildConsole(folder), buildStrip(stripFolder)]);
  const tokens = await createTokenMaker(access, clinic.id);
  const signIn = await startSignIn(tokens, access.audience);
  let address = "";
  const { invoke } = stack;
  const gate = await startStaffGate({
    ...{ routes: access.routes, tokens, console: () => address },
    invoke: (arn, event) => invoke.call(stack, nameIn(arn), event),
  });
  const site = await startConsoleSite({
    ...{ folder, headers: access.headers },
    strip: createStripSite({ run, folder: stripFolder, origin: () => address }),
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
