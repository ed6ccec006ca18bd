import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { FunctionsAccount } from "../account/functions.ts";
import { type AskedAs, askingClient } from "./asking-client.ts";

/** Asked of Lambda. */
export function functionsOf(as: AskedAs): FunctionsAccount {
  const client = new LambdaClient(askingClient(as));
  return {
    async concurrency() {
      const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
  };
}
