import type * as z from "zod/mini";
import { Unrecoverable } from "../../errors.ts";
import type { WorkQueue } from "../../ports.ts";
import type { AwsCall } from "./call.ts";

export interface LeanQueueOptions<Work> {
  readonly call: AwsCall;
  readonly url: string;
  /** Checked before sending: a consumer could only put a bad body aside. */
  readonly contract: z.ZodMiniType<Work>;
}

/** Puts few messages on a queue, one after the other; when `send` ends, all are kept. */
export function createLeanQueue<Work>({
  call,
  url,
  contract,
}: LeanQueueOptions<Work>): Pick<WorkQueue<Work>, "send"> {
  return {
    async send(work) {
      const checked = work.map((one) => {
        const parsed = contract.safeParse(one);
        if (!parsed.success) throw new Unrecoverable("queue/bad-work");
        return parsed.data;
      });
      for (const one of checked) {
        await call("SendMessage", { QueueUrl: url, MessageBody: JSON.stringify(one) });
      }
    },
  };
}
