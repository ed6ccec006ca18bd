import { randomUUID } from "node:crypto";
import type { LocalClock } from "../clock.ts";
import { localAccount, localRegion } from "../engines/fauxqs.ts";
import type { OutgoingEvent } from "../local-stack.ts";
import type { RulePlan, TargetPlan } from "../template/triggers.ts";
import { matchesPattern } from "./pattern.ts";
import type { Targets } from "./targets.ts";

/** EventBridge's rules: an event goes to every target of every rule that it matches. */
export class EventBus {
  readonly #rules: readonly RulePlan[];
  readonly #targets: Targets;
  readonly #clock: LocalClock;

  constructor(rules: readonly RulePlan[], targets: Targets, clock: LocalClock) {
    this.#rules = rules;
    this.#targets = targets;
    this.#clock = clock;
  }

  /** Returns how many targets it went to. */
  put(event: OutgoingEvent): number {
    const whole = {
      version: "0",
      id: randomUUID(),
      account: localAccount,
      time: new Date(this.#clock.now()).toISOString().replace(/\.\d+Z$/, "Z"),
      region: localRegion,
      resources: [],
      ...event,
    };
    const matching = this.#rules.filter(({ pattern }) => matchesPattern(pattern, whole));
    const targets = matching.flatMap((rule) => rule.targets);
    for (const target of targets) this.#targets.deliver(target.Arn, inputOf(target, whole));
    return targets.length;
  }
}

function inputOf(target: TargetPlan, event: unknown): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(at(target.InputPath, event) ?? null);
  if (target.InputTransformer === undefined) return JSON.stringify(event);
  const { InputPathsMap, InputTemplate } = target.InputTransformer;
  return InputTemplate.replaceAll(/"?<([\w.-]+)>"?/g, (whole, name: string) => {
    const path = InputPathsMap[name];
    return path === undefined ? whole : JSON.stringify(at(path, event) ?? null);
  });
}

/** `$.detail.key` */
function at(path: string, event: unknown): unknown {
  const parts = path.replace(/^\$\.?/, "").split(".");
  return parts
    .filter((part) => part !== "")
    .reduce<unknown>(
      (value, part) => (value as Record<string, unknown> | undefined)?.[part],
      event,
    );
}
