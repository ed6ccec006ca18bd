import type { SQSEvent } from "aws-lambda";
import { withRim } from "#composition/rim";
import { DueMessage } from "#contracts/due-message";
import { createLogger } from "#observability/logger";
import { createMeter } from "#observability/meter";
import { batch as eventOf } from "#support/lambda";
import { createHandler } from "../../functions/send-sms/handler.ts";
import { figuresOf, type Result } from "./figures.ts";

const batch = 10;
const batches = 2_000;
const rounds = 9;

/**
 * What stands around the one sentence of a queue's function, for one message: middy, the handler, parsing,
 * validation, one line of the log and one metric. No I/O. Beside it `JSON.parse` and zod alone on
 * the same messages, turn by turn.
 */
export async function frameworkOverhead(): Promise<readonly Result[]> {
  const event = eventOf(
    Array.from({ length: batch }, (_, index) => ({
      schema: "due.v1",
      organization: "oak",
      patient: `patient-${index}`,
      lane: "sms",
      dueAt: 1_796_053_710_000,
    })),
  );
  const handler = framed();
  const costs: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await microsecondsEach(() => handler(event, {} as never));
    const bare = await microsecondsEach(async () => parsedAlone(event));
    if (round === 0) continue;
    costs.push(ours);
    ratios.push(ours / bare);
  }
  return [
    {
      name: "Framework around one message of a batch of 10",
      unit: "µs",
      figures: figuresOf(costs),
      bar: { is: "at-most", value: 15 },
    },
    {
      name: "  of JSON.parse and zod alone",
      unit: "×",
      figures: figuresOf(ratios),
      bar: { is: "at-most", value: 3 },
    },
  ];
}

/** `send-sms` as it is deployed, with a use case that does nothing but say so. */
function framed() {
  const rim = {
    // The runtime is given an object and writes it as a line again.
    log: createLogger({
      write: (line) => void JSON.stringify(JSON.parse(line)),
      fields: { function: "send-sms" },
    }),
    meter: createMeter({ namespace: "bench", write: () => undefined }),
    dead: { bury: () => Promise.reject(new Error("nothing is buried here")) },
  };
  const handler = createHandler(rim, async ({ organization, patient, channel }) => {
    rim.log.info("A message was handled", { organization, patient, channel });
    rim.meter.add("LostClaims", { channel, reason: "nothing" });
    return "nothing";
  });
  return withRim(handler, rim);
}

function parsedAlone({ Records }: SQSEvent): void {
  for (const { body } of Records) {
    if (!DueMessage.safeParse(JSON.parse(body)).success) throw new Error("not a due message");
  }
}

/** Of the processor: what else the machine does meanwhile does not count. */
async function microsecondsEach(work: () => Promise<unknown>): Promise<number> {
  const from = process.threadCpuUsage();
  for (let turn = 0; turn < batches; turn += 1) await work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / (batches * batch);
}
