import type { Command } from "commander";
import { campaignJsonSchema } from "#domain/campaign/json-schema";
import { printJson, printLine, type Terminal } from "../terminal.ts";

/** `rounds schema`: the JSON Schema of a campaign file, for editors. */
export function registerSchema(program: Command, terminal: Terminal = process): void {
  program
    .command("schema")
    .description("print the JSON Schema of a campaign.yaml")
    .option("--json", "on one line")
    .action(async (options: { json?: true }) => {
      const schema = campaignJsonSchema();
      if (options.json) await printJson(schema, terminal);
      else await printLine(JSON.stringify(schema, null, 2), terminal);
    });
}
