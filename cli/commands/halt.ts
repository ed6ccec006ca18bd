import type { Command } from "commander";
import { systemClock } from "#adapters/system-clock";
import type { Halted } from "#domain/contact/halt";
import { inWords } from "#domain/ledger/in-words/reasons";
import { formatInstant } from "#domain/time";
import { createTurnSwitches, type SwitchPorts } from "#usecases/turn-switches";
import { runningStack } from "../stack-file.ts";
import { fail, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly json?: true;
  readonly list?: true;
  /** A deployment on AWS: its table, and whose contacts. */
  readonly table?: string;
  readonly region?: string;
  readonly organization?: string;
}

/** `rounds halt` and `rounds resume`: the switch for the night on which something is wrong. */
export function registerHalt(program: Command, terminal: Terminal = process): void {
  const verbs = [
    ["halt", "stop contacts at once: all, those of a channel, or of a campaign"],
    ["resume", "let contacts go on that were halted"],
  ] as const;
  for (const [verb, description] of verbs) {
    program
      .command(verb)
      .description(description)
      .argument("[what…]", "everything, sms, voice, email, or FAMILY/NAME of a campaign", [
        "everything",
      ])
      .option("--table <name>", "the patients table of a deployment on AWS, not the stack here")
      .option("--region <name>", "its region")
      .option("--organization <id>", "whose contacts; with --table")
      .option("--list", "tell what is halted, since when and why, and change nothing")
      .option("--json", "one object: halted, paused, why")
      .addHelpText("after", help)
      .action((what: readonly string[], options: Options) => turn(verb, what, options, terminal));
  }
}

const help = `
Works within a minute, in one region: workers read it when they take a contact up. What was already
handed to a provider cannot be called back. Direct answers to patients still go, so that nobody who
writes "my chest hurts" meets silence. Contacts that are held are not lost: after \`resume\` they go
on within ten minutes (after a halt of more than an hour within a sixth of the time that it stood, an
hour at most; within the hour for a campaign), unless their moment has passed.

Without --table it is the stack that \`npm start -- --keep\` holds up in another terminal.
\`rounds resume\` alone lifts what \`rounds halt\` alone did, and leaves channels and campaigns halted
that were halted by name.

A channel is also halted by itself when its provider takes nothing more from the account (the
month's money is spent, or the account is suspended), and when far more goes out in an hour than was
planned. Mend that first, then resume.`;

async function turn(
  verb: "halt" | "resume",
  what: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const switches = await switchesOf(options);
  if ("problem" in switches) return fail(switches.problem, switches.exit, terminal);
  const turnSwitches = createTurnSwitches({ ...switches, clock: systemClock });
  const turned = { verb, what: options.list ? [] : what };
  const { unknown, known, halted, paused } = await turnSwitches(switches.organization, turned);
  if (unknown.length > 0) {
    const advice = `Known: ${known.join(", ")}.`;
    return fail(`There is no ${unknown.join(", ")} to ${verb}. ${advice}`, 2, terminal);
  }
  if (options.json) {
    const names = halted.map((halt) => halt.what);
    return printJson({ halted: names, paused, why: halted }, terminal);
  }
  await printLine(heldInWords([...halted.map(haltInWords), ...paused]), terminal);
}

function heldInWords(held: readonly string[]): string {
  if (held.length === 0) return "Nothing is halted: contacts go on by themselves.";
  return `Halted: ${held.join(", ")}. Direct answers to patients still go.`;
}

function haltInWords({ what, since, by, reason }: Halted): string {
  if (by === "person" || reason === undefined) return what;
  return `${what} (by itself, since ${formatInstant(since)}: ${inWords("halted", reason)})`;
}

type Switches = Omit<SwitchPorts, "clock"> & { readonly organization: string };
type NoSwitches = { readonly problem: string; readonly exit: 1 | 2 };

async function switchesOf(options: Options): Promise<Switches | NoSwitches> {
  const { table, region, organization } = options;
  if (table !== undefined) {
    if (organization === undefined) return { problem: "--table needs --organization.", exit: 2 };
    const { deployedStores } = await import("../deployment.ts");
    return { organization, ...deployedStores(table, region) };
  }
  const stack = await runningStack();
  if (stack === undefined) {
    const advice = "Start one in another terminal, in this folder: npm start -- --keep";
    return { problem: `No stack is running here. ${advice}; or give --table.`, exit: 1 };
  }
  const { localStores } = await import("#local/stores");
  return { organization: stack.organization, ...localStores(stack.address) };
}
