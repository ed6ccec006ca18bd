import { resolve } from "node:path";
import type { Instant } from "#domain/time";
import { type LocalClock, VirtualClock, WallClock } from "./clock.ts";
import { startDynamoDb } from "./engines/dynamodb.ts";
import type { Engine } from "./engines/engine.ts";
import { startMessaging } from "./engines/fauxqs.ts";
import { requireMemory } from "./engines/memory.ts";
import { PublicApi } from "./engines/public-api.ts";
import { startSes } from "./engines/ses.ts";
import { Pump } from "./events/pump.ts";
import { wire } from "./events/wiring.ts";
import type { LocalStack, LocalStackForServers } from "./local-stack.ts";
import { Gate } from "./permissions/gate.ts";
import { guard } from "./permissions/guard.ts";
import { RunningStack } from "./running-stack.ts";
import { FunctionSet } from "./runtime/function-set.ts";
import { endpointVariables } from "./runtime/variables.ts";
import { provision } from "./template/provision.ts";
import { keepVirtualTime, keepWallTime } from "./time-keeper.ts";

export interface StackOptions {
  /** A cloud assembly's folder, e.g. `cdk.out`. */
  readonly assembly: string;
  /** The assembly's stage to run, where it has stages. `local` when left out. */
  readonly stage?: string;
  readonly clock: "virtual" | "wall";
  /** Where the virtual clock starts; now when left out. */
  readonly from?: Instant;
  /** On the virtual clock planned work is looked for at whole multiples of this. 30 by default. */
  readonly tickMinutes?: number;
  /**
   * Starts what plays the outside world, before the first function does, and returns the variables
   * by which functions find it, e.g. `AWS_ENDPOINT_URL_CONNECT`. They win over the stack's own.
   */
  readonly servers: (stack: LocalStackForServers) => Promise<Readonly<Record<string, string>>>;
  /** ARNs of what stands outside the stacks, by the name that calls give it, e.g. a number. */
  readonly outsideArns?: Readonly<Record<string, string>>;
  /** Kills that many function processes at random, by the seed. */
  readonly kills?: { readonly count: number; readonly seed: number };
  /** Keeps `logs/<function>.log` and caches. `.rounds` by default. */
  readonly directory?: string;
  /** Port of the inbox page; any free one when left out. */
  readonly inboxPort?: number;
}

/**
 * Brings the synthesized stack up on this machine: engines, resources, then the outside world.
 * Functions start when they are first invoked.
 * @throws LocalProblem with what to do, when this machine or the template stands in the way.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  requireMemory();
  const engines: Engine[] = [];
  try {
    return await start(options, (engine) => {
      engines.push(engine);
      return engine;
    });
  } catch (error) {
    await Promise.allSettled(engines.map((engine) => engine.stop()));
    throw error;
  }
}

async function start(
  options: StackOptions,
  keep: <Kind extends Engine>(engine: Kind) => Kind,
): Promise<LocalStack> {
  const [gate, publicApi, dynamodb, messaging, ses] = await Promise.all([
    Gate.start().then(keep),
    PublicApi.start().then(keep),
    startDynamoDb().then(keep),
    startMessaging().then(keep),
    startSes(options.inboxPort).then(keep),
  ]);
  const { assembly, stage = "local", tickMinutes = 30 } = options;
  const resources = await provision({
    ...{ assembly, stage, dynamodb: dynamodb.endpoint, messaging },
    queueUrl: (name) => gate.queueUrl(name),
    publicApi: publicApi.endpoint,
  });
  const local = messaging.endpoint;
  const endpoints = {
    ...{ dynamodb: dynamodb.endpoint, sqs: local, sns: local, s3: local },
    sesv2: ses.endpoint,
  };
  const virtual = new VirtualClock(options.from ?? Date.now());
  const wall = new WallClock((error) => pump.fail(error));
  const clock: LocalClock = options.clock === "virtual" ? virtual : wall;
  const stack = new RunningStack({ clock, endpoints, messaging, resources });
  const variables = { ...endpointVariables(endpoints), ...(await options.servers(stack)) };
  const directory = resolve(options.directory ?? ".rounds");
  const { outsideArns = {} } = options;
  const guarded = guard(gate, { resources, variables, directory, outsideArns });
  const functions = new FunctionSet({
    plans: resources.functions,
    prefix: resources.prefix,
    clock,
    endpoints: guarded.variables,
    directory,
    kills: options.kills,
  });
  publicApi.keep({
    routes: resources.publicRoutes,
    invoke: (arn, event) => functions.get(arn).invoke(event),
  });
  const wiring = wire({
    ...{ resources, functions, messaging, clock, tickMinutes },
    dynamodb: dynamodb.endpoint,
  });
  const pump = new Pump(wiring.sources, wiring.streams, () => functions.isBusy);
  wiring.schedules.start();
  const keeper =
    options.clock === "virtual"
      ? keepVirtualTime(virtual, wiring, pump, tickMinutes)
      : keepWallTime(wall, pump);
  const engines = [gate, publicApi, dynamodb, messaging, ses];
  const { permissions } = guarded;
  return stack.run({ functions, keeper, pump, engines, permissions, bus: wiring.bus });
}
