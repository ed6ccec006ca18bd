import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundle } from "#infra/bundle";
import { root } from "#support/repository";
import { figuresOf, type Result } from "./figures.ts";

/** The functions that send, each with the client that it sends through and what it asks of it. */
const senders = [
  ["send-sms", "client-pinpoint-sms-voice-v2", "PinpointSMSVoiceV2Client,SendTextMessageCommand"],
  ["send-email", "client-sesv2", "SESv2Client,SendEmailCommand"],
  ["place-call", "client-connect", "ConnectClient,StartOutboundVoiceContactCommand"],
] as const;

const rounds = 7;
const queue = "https://sqs.us-east-1.amazonaws.com/000000000000/queue";

/** What the functions are told by the template: they do not load without. */
const variables = {
  AWS_REGION: "us-east-1",
  TABLE_NAME: "patients",
  DUE_SHARDS: "2",
  DEAD_QUEUE_URL: queue,
  MIRROR_QUEUE_URL: queue,
  SMS_ORIGINATION_IDENTITY: "+12025550100",
  SMS_CONFIGURATION_SET: "rounds",
  EMAIL_FROM: "care@oak-clinic.example",
  EMAIL_CONFIGURATION_SET: "rounds",
  CONNECT_INSTANCE_ID: "00000000-0000-4000-8000-000000000001",
  CONNECT_CALL_FLOW_ID: "00000000-0000-4000-8000-000000000002",
  CONNECT_SOURCE_NUMBER: "+12025550101",
  CONNECT_TRAFFIC: "general",
};

/**
 * What a cold start reads and loads before a first message can go: each sending function beside a
 * bundle of nothing but its client, loaded in turns by processes of their own.
 */
export async function coldStarts(): Promise<readonly Result[]> {
  const into = await mkdtemp(join(tmpdir(), "rounds-cold-"));
  try {
    const bundled = await bundle({ root, into, names: senders.map(([name]) => name) });
    const results: Result[] = [];
    for (const [name, client, parts] of senders) {
      const alone = join(into, `${client}.mjs`);
      const bytesAlone = await bundleAlone(client, parts, alone);
      const bytes = bundled.find((one) => one.name === name)?.bytes ?? Number.NaN;
      const ours = join(into, "functions", name, "index.mjs");
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const cost = await loading(ours);
        ratios.push(cost / (await loading(alone)));
      }
      results.push(
        {
          name: `Bundle of ${name}, of its client's alone`,
          unit: "×",
          figures: figuresOf([bytes / bytesAlone]),
          bar: { is: "at-most", value: 1.25 },
        },
        { name: "  loading it, of its client's alone", unit: "×", figures: figuresOf(ratios) },
      );
    }
    return results;
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

async function bundleAlone(client: string, parts: string, outfile: string): Promise<number> {
  const { metafile } = await build({
    stdin: { contents: `export {${parts}} from "@aws-sdk/${client}";`, resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    metafile: true,
    banner: {
      js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
    },
  });
  return Object.values(metafile.outputs)[0]?.bytes ?? Number.NaN;
}

const run = promisify(execFile);

/** Milliseconds of the processor that loading a module takes in a process of its own. */
async function loading(file: string): Promise<number> {
  const script = `const from = process.cpuUsage(); await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...variables },
  });
  return Number(stdout);
}
