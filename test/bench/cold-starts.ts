import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type Metafile } from "esbuild";
import { bundle } from "#infra/bundle";
import { root } from "#support/repository";
import { figuresOf, type Result } from "./figures.ts";

/** The functions that send, each with the client of its provider and what it asks of it. */
const senders = [
  ["send-sms", "client-pinpoint-sms-voice-v2", ["PinpointSMSVoiceV2", "SendTextMessage"]],
  ["send-email", "client-sesv2", ["SESv2", "SendEmail"]],
  ["place-call", "client-connect", ["Connect", "StartOutboundVoiceContact"]],
] as const;

/** Opened by people in a browser, who wait for its cold start; without the SDK. */
const page = "patient-page";

/** The other clients that each of them needs. */
const others = { "client-dynamodb": "DynamoDB", "client-sqs": "SQS" } as const;

const rounds = 7;
const queue = "https://sqs.us-east-1.amazonaws.com/000000000000/queue";

/** What the functions are told by the template: they do not load without. */
const variables = {
  AWS_REGION: "us-east-1",
  TABLE_NAME: "patients",
  DUE_SHARDS: "2",
  EPOCH: "1",
  DEAD_QUEUE_URL: queue,
  MIRROR_QUEUE_URL: queue,
  RECIPIENTS: "everyone",
  METRICS_NAMESPACE: "Rounds",
  SMS_ORIGINATION_IDENTITY: "+12025550100",
  SMS_CONFIGURATION_SET: "rounds",
  EMAIL_FROM: "care@oak-clinic.example",
  EMAIL_CONFIGURATION_SET: "rounds",
  UNSUBSCRIBE_LINK: "https://care.oak-clinic.example/u/{token}",
  UNSUBSCRIBE_QUEUE_URL: queue,
  PAGE_LINK: "https://care.oak-clinic.example/a/{token}",
  PAGE_QUEUE_URL: queue,
  CONNECT_INSTANCE_ID: "00000000-0000-4000-8000-000000000001",
  CONNECT_CALL_FLOW_ID: "00000000-0000-4000-8000-000000000002",
  CONNECT_SOURCE_NUMBER: "+12025550101",
  CONNECT_TRAFFIC: "general",
};

/** Names to export, by the package that has them. */
type Parts = Readonly<Record<string, readonly string[]>>;

/**
 * What a cold start reads and loads before a first message can go: each sending function beside a
 * bundle of nothing but its provider's client, and beside one of all the clients that it needs with
 * the commands that it uses; loaded in turns by processes of their own.
 */
export async function coldStarts(): Promise<readonly Result[]> {
  const into = await mkdtemp(join(tmpdir(), "rounds-cold-"));
  try {
    const names = [...senders.map(([name]) => name), page];
    const bundled = await bundle({ root, into, names });
    const bytesOf = (name: string) => bundled.find((one) => one.name === name)?.bytes ?? Number.NaN;
    const results: Result[] = await pageStarts(into, bytesOf(page));
    for (const [name, client, [service, operation]] of senders) {
      const provider = { [client]: [`${service}Client`, `${operation}Command`] };
      const alone = join(into, `${name}-alone.mjs`);
      const bytesAlone = await bundleParts(provider, alone);
      const needed = join(into, `${name}-needed.mjs`);
      const bytesNeeded = await bundleParts({ ...provider, ...(await usedOf(into, name)) }, needed);
      const bytes = bytesOf(name);
      const ours = join(into, "functions", name, "index.mjs");
      const ofAlone: number[] = [];
      const ofNeeded: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const cost = await loading(ours);
        ofAlone.push(cost / (await loading(alone)));
        ofNeeded.push(cost / (await loading(needed)));
      }
      results.push(
        {
          name: `Bundle of ${name}, of its provider's client alone`,
          unit: "×",
          figures: figuresOf([bytes / bytesAlone]),
          bar: { is: "at-most", value: 1.25 },
        },
        { name: "  loading it, of the same", unit: "×", figures: figuresOf(ofAlone) },
        {
          name: `Bundle of ${name}, of the clients that it needs`,
          unit: "×",
          figures: figuresOf([bytes / bytesNeeded]),
          bar: { is: "at-most", value: 1.25 },
        },
        {
          name: "  loading it, of the same",
          unit: "×",
          figures: figuresOf(ofNeeded),
          bar: { is: "at-most", value: 1.3 },
        },
      );
    }
    return results;
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

/** What a patient who opens a link waits for, in kilobytes and in milliseconds of the processor. */
async function pageStarts(into: string, bytes: number): Promise<Result[]> {
  const file = join(into, "functions", page, "index.mjs");
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await loading(file));
  return [
    {
      name: `Bundle of ${page}`,
      unit: "kB",
      figures: figuresOf([bytes / 1_000]),
      bar: { is: "at-most", value: 60 },
    },
    { name: "  loading it", unit: "ms", figures: figuresOf(costs) },
  ];
}

/** The clients of the table and the queues, with the commands that are in the function's bundle. */
async function usedOf(into: string, name: string): Promise<Parts> {
  const { outputs } = JSON.parse(await readFile(join(into, "meta.json"), "utf8")) as Metafile;
  const output = Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`));
  const files = Object.keys(output?.[1].inputs ?? {});
  return Object.fromEntries(
    Object.entries(others).map(([client, service]) => {
      const commands = files.flatMap(
        (file) => file.match(new RegExp(`/${client}/dist-es/commands/(\\w+)\\.js$`))?.[1] ?? [],
      );
      if (commands.length === 0) throw new Error(`bench/no-commands of ${client} in ${name}`);
      return [client, [`${service}Client`, ...commands]];
    }),
  );
}

/** As anyone would bundle them: the SDK as it comes. */
async function bundleParts(parts: Parts, outfile: string): Promise<number> {
  const lines = Object.entries(parts).map(
    ([client, names]) => `export {${names.join()}} from "@aws-sdk/${client}";`,
  );
  const { metafile } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    charset: "utf8",
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
