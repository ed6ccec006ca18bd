import { readConfig } from "./config.ts";
import { Session } from "./session.ts";

/** What a page that was just opened finds. */
export type Beginning =
  | { readonly session: Session; readonly isSignedIn: boolean; readonly failed?: unknown }
  /** The console's own settings cannot be had. */
  | { readonly session: undefined; readonly failed: unknown };

/** Never rejects: what failed is shown. */
export async function beginSession(): Promise<Beginning> {
  let session: Session;
  try {
    session = new Session(await readConfig());
  } catch (failed) {
    return { session: undefined, failed };
  }
  try {
    return { session, isSignedIn: await session.resume() };
  } catch (failed) {
    // A code that came late or to another tab: they may try again.
    return { session, isSignedIn: false, failed };
  }
}
