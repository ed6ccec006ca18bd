import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionNames } from "#infra/function-names";
import type { Account } from "#local/account";
import { isAllowed } from "#local/permissions/evaluate";
import type { Permissions, Used } from "#local/permissions/permissions";
import { liveBusyDays } from "#support/busy-days";
import { type Grant, grantsIn, without } from "#support/grants";
import { simulate } from "#support/iam-simulator";
import { toldQueues } from "#support/told-queues";

const onlyPaced = {
  holder: "release-due",
  because: "Only where a provider takes so many a second or a day, and nobody does on a laptop.",
  file: "test/usecases/pace.test.ts",
  test: "find a limit that is half of what was said, and keep near it without losing one",
};

interface RarelyUsed {
  readonly holder: string;
  readonly action: string;
  readonly because: string;
  /** It may be used on busy days as well: chance decides. */
  readonly isByChance?: true;
  readonly file: string;
  readonly test: string;
}

/** Grants on a table that busy days do not need, each for a reason and with the test that does. */
const rarelyUsed: readonly RarelyUsed[] = [
  { ...onlyPaced, action: "dynamodb:GetItem" },
  { ...onlyPaced, action: "dynamodb:Query" },
  {
    holder: "publish-ledger",
    action: "dynamodb:UpdateItem",
    because: "Only rows whose publisher died are moved to another batch.",
    file: "test/laws/ledger.test.ts",
    test: "whoever publishes which part of the stream, in any order, and wherever they stop",
  },
  ...["dynamodb:GetItem", "dynamodb:Query", "dynamodb:DeleteItem"].map((action) => ({
    holder: "publish-ledger",
    action,
    because: "One batch in 32 folds what waits, and busy days may have none such.",
    isByChance: true as const,
    file: "test/laws/ledger.test.ts",
    test: "whoever publishes which part of the stream, in any order, and wherever they stop",
  })),
  {
    holder: "import-patients",
    action: "dynamodb:DeleteItem",
    because: "Only facts too many for one item leave old parts behind.",
    file: "test/adapters/contract/patient-stores.ts",
    test: "come back whole, whether few or too many for one item",
  },
  {
    holder: "enroll-patient",
    action: "dynamodb:DeleteItem",
    because: "Only where facts came in between, and are too many for one item.",
    file: "test/adapters/contract/patient-stores.ts",
    test: "come back whole, whether few or too many for one item",
  },
  {
    holder: "enroll-patient",
    action: "dynamodb:BatchWriteItem",
    because: "Only where facts came in between selection and enrollment.",
    file: "test/laws/goal-met.test.ts",
    test: "also of somebody who is being enrolled while the news comes in",
  },
];

const folder = mkdtempSync(join(tmpdir(), "rounds-permissions-"));
let account: Account;
let permissions: Permissions;
/** What was done on busy days, and what functions are told they may do. */
let needed: readonly Used[];
let grants: readonly Grant[];

beforeAll(async () => {
  const run = await liveBusyDays(folder);
  try {
    account = await run.account();
    permissions = run.stack.permissions;
  } finally {
    await run.stop();
  }
  needed = [...permissions.used(), ...toldQueues(folder)];
  grants = grantsIn(permissions);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A table, not its indexes. */
const isTable = ({ resource }: { readonly resource: string }) => /:table\/[^/]+$/.test(resource);

function isRare(grant: Grant): boolean {
  const { holder, action } = grant;
  const isNamed = rarelyUsed.some((rare) => rare.holder === holder && rare.action === action);
  return isNamed && isTable(grant);
}

describe("busy days under the synthesized policies", () => {
  it("give every function work, refuse none of it, and keep the laws", () => {
    const busy = new Set(permissions.used().map(({ by }) => by));
    for (const name of functionNames) expect(busy).toContain(name);
    expect(permissions.denied()).toEqual([]);
    expect(account.laws.violations).toEqual([]);
    expect(account.deadLetters).toEqual({});
  });

  it("need nothing that an IAM simulator would refuse, on resources that each action takes", async () => {
    const refused: unknown[] = [];
    for (const need of needed) {
      const statements = permissions.roles.get(need.role) ?? [];
      const { isAllowed: isLet, faults } = await simulate(statements, need);
      if (!isLet) refused.push({ ...need, faults });
    }
    expect(refused).toEqual([]);
  });
});

describe("each single grant", () => {
  it("is missed when it is taken away, or its rare use is named", () => {
    const idle = grants.filter((grant) => {
      const left = without(permissions, grant);
      const ofRole = needed.filter(({ role }) => role === grant.role);
      return ofRole.every((need) => isAllowed(left, need)) && !isRare(grant);
    });
    expect(idle.map(({ holder, action, resource }) => ({ holder, action, resource }))).toEqual([]);
    expect(grants.length).toBeGreaterThan(100);
  });

  it("whose use is rare is there, is not used on busy days, and has a test of its own", () => {
    for (const { holder, action, because, file, test, isByChance } of rarelyUsed) {
      const granted = grants.filter(
        (one) => one.holder === holder && one.action === action && isTable(one),
      );
      expect(granted, because).not.toEqual([]);
      const used = needed.filter((need) => need.by === holder && need.action === action);
      if (!isByChance) expect(used.filter(isTable)).toEqual([]);
      expect(existsSync(file) && readFileSync(file, "utf8").includes(test), test).toBe(true);
    }
  });

  it("is of one action, and of one resource but where AWS or a clinic chooses names", () => {
    const open = grants.filter(({ resource }) => resource.includes("*"));
    expect(grants.filter(({ action }) => action.includes("*"))).toEqual([]);
    const ends = /^(\*|arn:aws:(logs:.+:log-group:.+:\*|s3:::.+\/\*|connect:.+\/contact\/\*))$/;
    expect(open.filter(({ resource }) => !ends.test(resource))).toEqual([]);
    const anywhere = open.filter(({ resource }) => resource === "*").map(({ action }) => action);
    expect(anywhere.toSorted()).toEqual([
      "connect:StartOutboundVoiceContact",
      "dynamodb:ListStreams",
    ]);
  });
});
