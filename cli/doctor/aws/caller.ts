import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Caller } from "../account/caller.ts";
import { type AskedAs, askingClient } from "./asking-client.ts";

/** Asked of STS, which tells it to any credentials that are valid. */
export function callerOf(as: AskedAs): Caller {
  const client = new STSClient(askingClient(as));
  return {
    async accountId() {
      const { Account: id } = await client.send(new GetCallerIdentityCommand({}));
      return id ?? "";
    },
  };
}
