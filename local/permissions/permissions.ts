import { appendFileSync } from "node:fs";
import { LocalProblem } from "../problem.ts";
import { isAllowed, type Need } from "./evaluate.ts";
import type { PolicyStatement } from "./policy.ts";

/** Who acts: a function, or a schedule that starts one. */
export interface Actor {
  /** As people name it, e.g. `send-sms`. */
  readonly name: string;
  /** The ARN of the role that it acts in. */
  readonly role: string;
}

/** Something that an actor did or tried to do, each kind once. */
export interface Used extends Need {
  readonly by: string;
  readonly role: string;
}

export interface PermissionsOptions {
  /** What each role may do, by the role's ARN. */
  readonly roles: ReadonlyMap<string, readonly PolicyStatement[]>;
  /** A file to which each kind of refusal is written once, as a line of JSON. */
  readonly log: string;
}

/**
 * Decides by the synthesized policies what each function may do, and keeps what was asked. Each
 * question is weighed once: the policies of a running stack do not change.
 */
export class Permissions {
  /** What each role may do, by the role's ARN. */
  readonly roles: PermissionsOptions["roles"];
  readonly #log: string;
  readonly #decided = new Map<string, { readonly used: Used; readonly isAllowed: boolean }>();

  constructor(options: PermissionsOptions) {
    this.roles = options.roles;
    this.#log = options.log;
  }

  allows({ name, role }: Actor, need: Need): boolean {
    const { action, resource, viaService = "", leadingKey = "" } = need;
    const key = `${name} ${action} ${resource} ${viaService} ${leadingKey}`;
    const known = this.#decided.get(key);
    if (known !== undefined) return known.isAllowed;
    const used = { by: name, role, ...need };
    const decided = isAllowed(this.roles.get(role) ?? [], need);
    this.#decided.set(key, { used, isAllowed: decided });
    if (!decided) appendFileSync(this.#log, `${JSON.stringify({ denied: used })}\n`);
    return decided;
  }

  /**
   * For what AWS does in the actor's name, where a refusal has no caller to be told.
   * @throws LocalProblem naming the missing grant.
   */
  require(actor: Actor, needs: readonly Need[]): void {
    for (const need of needs) {
      if (this.allows(actor, need)) continue;
      throw new LocalProblem(
        "local/not-permitted",
        `The policies of ${actor.name} do not allow ${need.action} on ${need.resource}, which AWS ` +
          "does in its name. Grant it in infra/constructs.",
      );
    }
  }

  /** What was allowed and done. */
  used(): readonly Used[] {
    return this.#all(true);
  }

  /** What was refused. */
  denied(): readonly Used[] {
    return this.#all(false);
  }

  #all(wanted: boolean): readonly Used[] {
    const decided = [...this.#decided.values()];
    return decided.filter((one) => one.isAllowed === wanted).map(({ used }) => used);
  }
}
