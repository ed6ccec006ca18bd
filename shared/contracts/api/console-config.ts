import * as z from "zod/mini";

const address = z.url({ protocol: /^https?$/ });

/**
 * `/config.json` beside the console's files: what differs from one deployment to the next. Nothing
 * in it is secret. The stack writes it as its output `console-config`, the local stack by itself.
 */
export const ConsoleConfig = z.object({
  /** The staff API, without a slash at its end. */
  api: address,
  signIn: z.object({
    /** The tokens' `iss`. */
    issuer: address,
    /** The console's client, which keeps no secret. */
    client: z.string().check(z.minLength(1)),
    /** Where a person is sent to sign in (RFC 6749, section 3.1). */
    authorize: address,
    /** Where a code becomes tokens (RFC 6749, section 3.2). */
    token: address,
    /** Ends the session there, and leads back to the console. */
    signOut: address,
  }),
});
export type ConsoleConfig = z.infer<typeof ConsoleConfig>;

/** Where the console asks for it. */
export const consoleConfigPath = "/config.json";
