import { ConsoleConfig, consoleConfigPath } from "#contracts/api/console-config";

/** What this deployment is. Throws where the file is not there or is not one. */
export async function readConfig(): Promise<ConsoleConfig> {
  const answer = await fetch(consoleConfigPath, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${consoleConfigPath}: ${answer.status}`);
  return ConsoleConfig.parse(await answer.json());
}
