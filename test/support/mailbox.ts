import sesLocal from "aws-ses-v2-local";
import { freePort } from "./free-port.ts";

export interface TestMailbox {
  readonly endpoint: string;
  /** Every mail that was accepted, as the stand-in keeps it. */
  mails(): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

/** The package is CommonJS: its server may be the default of its default. */
const start = Reflect.get(Object(sesLocal), "default") ?? sesLocal;

/** A stand-in for Amazon SES with an inbox. */
export async function startMailbox(): Promise<TestMailbox> {
  const port = await freePort();
  const server = await start({ port });
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    async mails() {
      const answer = await fetch(`${endpoint}/store`);
      const store: unknown = await answer.json();
      const emails: unknown = Reflect.get(Object(store), "emails");
      return Array.isArray(emails) ? emails : [];
    },
    async stop() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
