import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { readEnvironments } from "#cli/doctor/environments";
import { runRounds } from "#cli/main";
import { Environment, environmentNamed } from "#infra/environments";
import { startAccount } from "#support/an-aws-account";
import { scriptedTerminal } from "#support/scripted-terminal";

async function doctor(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  await runRounds(["doctor", ...args], terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  return { lines: printed().trimEnd().split("\n"), complained: complained(), exitCode };
}

describe("rounds doctor", () => {
  it("exits with 0 where nothing is missing", async () => {
    const { lines, exitCode } = await doctor("--stage", "local");
    expect(lines.at(-1)).toBe("0 problems, 0 warnings, 0 not looked at.");
    expect(exitCode).toBe(0);
  });

  it("exits with 1 where something is, and says on one line what and what to do", async () => {
    const { lines, exitCode } = await doctor("--stage", "staging-us-east-1", "--offline");
    expect(exitCode).toBe(1);
    expect(lines).toContain(
      "! recipients: Contacts nobody: every touch is withheld. → Name the numbers and addresses of those who test under `recipients.only`.",
    );
    expect(lines.at(-1)).toMatch(/^3 problems, 2 warnings/);
  });

  it("gives one object a line to scripts", async () => {
    const { lines, exitCode } = await doctor("--stage", "prod-us-east-1", "--offline", "--json");
    const findings = lines.map((line) => JSON.parse(line) as Record<string, string>);
    expect(findings.map(Object.keys)).toEqual(findings.map(() => ["check", "is", "says", "do"]));
    expect(findings.map(({ check, is }) => `${check} ${is}`)).toContain("invented problem");
    expect(exitCode).toBe(1);
  });

  it("asks the account unless it is told not to, and tells its findings after the settings'", async () => {
    const aws = await startAccount(environmentNamed("prod-us-east-1"));
    vi.stubEnv("AWS_ENDPOINT_URL", aws.endpoint);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const offline = await doctor("--stage", "prod-us-east-1", "--offline");
    expect(aws.asked).toEqual([]);
    const { lines } = await doctor("--stage", "prod-us-east-1");
    vi.unstubAllEnvs();
    await aws.stop();
    expect(lines.slice(0, offline.lines.length - 1)).toEqual(offline.lines.slice(0, -1));
    expect(lines).toContain("✓ texts-answers: Patients' texts come back.");
    expect(lines.at(-1)).toBe("3 problems, 0 warnings, 0 not looked at.");
  });

  it("exits with 2 and names the environments there are for one that is not", async () => {
    const { complained, exitCode } = await doctor("--stage", "prod");
    expect(complained).toContain(
      'There is no environment "prod". There are: local, prod-us-east-1',
    );
    expect(exitCode).toBe(2);
  });
});

describe("a file of environments that cannot be read", () => {
  it("is told by what is wrong in it, all at once", async () => {
    const local = environmentNamed("local");
    const written = [local, { ...local, account: "12", region: "mars" }];
    const load = async () => ({ environments: z.array(Environment).parse(written) });
    await expect(readEnvironments(load)).resolves.toMatchObject({
      wrong: [
        { is: "problem", says: expect.stringContaining("Environment 2 of the file: `account`:") },
        { is: "problem", says: expect.stringContaining("Environment 2 of the file: `region`:") },
        {
          is: "problem",
          says: expect.stringContaining("Environment 2 of the file: `access.webAcl`:"),
        },
      ],
    });
  });

  it("is no matter of environments where it does not load at all", async () => {
    const load = () => Promise.reject(new SyntaxError("unexpected token"));
    await expect(readEnvironments(load)).rejects.toThrow("unexpected token");
  });
});
