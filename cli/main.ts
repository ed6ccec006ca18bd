import { Command, CommanderError } from "commander";
import { registerAdherence } from "./commands/adherence.ts";
import { registerCheck } from "./commands/check.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerExplain } from "./commands/explain.ts";
import { registerFence } from "./commands/fence.ts";
import { registerForecast } from "./commands/forecast.ts";
import { registerHalt } from "./commands/halt.ts";
import { registerHours } from "./commands/hours.ts";
import { registerImport } from "./commands/import.ts";
import { registerLedger } from "./commands/ledger.ts";
import { registerOptOuts } from "./commands/opt-outs.ts";
import { registerPublish } from "./commands/publish.ts";
import { registerRun } from "./commands/run.ts";
import { registerSample } from "./commands/sample.ts";
import { registerSchema } from "./commands/schema.ts";
import { registerSegments } from "./commands/segments.ts";
import { registerSelect } from "./commands/select.ts";
import { registerSimulate } from "./commands/simulate.ts";
import { registerStart } from "./commands/start.ts";
import { registerTry } from "./commands/try.ts";
import { registerUnderstand } from "./commands/understand.ts";
import { registerVerify } from "./commands/verify.ts";
import { exitOnInterrupt } from "./interrupt.ts";
import { fail, type Terminal } from "./terminal.ts";
import { inWords } from "./unexpected.ts";

const registrations = [
  registerStart,
  registerCheck,
  registerTry,
  registerSchema,
  registerSample,
  registerImport,
  registerOptOuts,
  registerPublish,
  registerHalt,
  registerFence,
  registerDoctor,
  registerSelect,
  registerAdherence,
  registerForecast,
  registerRun,
  registerSimulate,
  registerExplain,
  registerLedger,
  registerVerify,
  registerUnderstand,
  registerSegments,
  registerHours,
];

/** The whole command, every verb on one terminal. */
export function roundsProgram(terminal: Terminal = process): Command {
  const program = new Command("rounds")
    .description("Finds the patients who are drifting, reaches them, and shows what came of it.")
    .usage("<verb> [options]")
    .helpCommand("help [verb]", "show how a verb is used")
    .addHelpText("after", footer)
    // Before the verbs are added: they inherit how mistakes are told.
    .exitOverride()
    .showHelpAfterError("(--help shows how it is used)")
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  for (const register of registrations) register(program, terminal);
  return program;
}

const footer = `
Exits with 0 when all is fine, 1 when problems were found, 2 when it was asked wrongly.
Every verb has --help and, where a script may read it, --json.

  rounds start                         the whole stack on this machine, and 60 days of it
  rounds try screening/mammogram       walk one patient through a campaign
  rounds explain PATIENT               why this patient was or was not contacted`;

/**
 * Runs one command line (without the program's name). Never throws: wrong use sets exit code 2 and
 * everything unexpected 1, each with words on stderr.
 */
export async function runRounds(
  args: readonly string[],
  terminal: Terminal = process,
): Promise<void> {
  try {
    await roundsProgram(terminal).parseAsync(args, { from: "user" });
  } catch (error) {
    // Commander has said what was wrong; help that was asked for is no mistake.
    if (!(error instanceof CommanderError)) fail(inWords(error), 1, terminal);
    else if (error.exitCode !== 0) terminal.exitCode = 2;
  }
}

/** Of the process that `rounds.mjs` started. */
export async function runProcess(): Promise<void> {
  // A reader that has had enough (`rounds … | head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  const onUnexpected = (error: unknown) => {
    process.stderr.write(`${inWords(error)}\n`);
    process.exit(1);
  };
  exitOnInterrupt();
  process.on("uncaughtException", onUnexpected);
  process.on("unhandledRejection", onUnexpected);
  await runRounds(process.argv.slice(2));
}
