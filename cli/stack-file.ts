import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";

const StackFile = z.object({
  pid: z.int().positive(),
  organization: z.string(),
  /** Where its mails are read. */
  inbox: z.string(),
  address: z.object({
    endpoints: z.object({ dynamodb: z.string(), sqs: z.string(), s3: z.string() }),
    patientsTable: z.string(),
    ledgerTable: z.string(),
    bucket: z.string(),
    importQueue: z.string(),
    optOutQueue: z.string(),
  }),
});
/** How another command finds the stack that `rounds start --keep` holds up. */
export type StackFile = z.infer<typeof StackFile>;

/** `.rounds` where the command runs. */
export const stateFolder = ".rounds";

const file = (folder: string) => join(folder, "stack.json");

export async function writeStackFile(stack: StackFile, folder = stateFolder): Promise<void> {
  await mkdir(dirname(file(folder)), { recursive: true });
  await writeFile(file(folder), `${JSON.stringify(stack, null, 2)}\n`);
}

export async function removeStackFile(folder = stateFolder): Promise<void> {
  await rm(file(folder), { force: true });
}

/** The stack that runs, if its process is still there. */
export async function runningStack(folder = stateFolder): Promise<StackFile | undefined> {
  try {
    const stack = StackFile.parse(JSON.parse(await readFile(file(folder), "utf8")));
    // Signal 0 asks whether the process is there and does nothing to it.
    process.kill(stack.pid, 0);
    return stack;
  } catch {
    return undefined;
  }
}
