import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerUnderstand } from "#cli/commands/understand";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(args: readonly string[], stdin: string) {
  const terminal = scriptedTerminal(stdin);
  const program = new Command().exitOverride();
  registerUnderstand(program, terminal);
  await program.parseAsync(["understand", ...args], { from: "user" });
  const lines = terminal.printed().trimEnd().split("\n");
  return { lines, complained: terminal.complained(), exitCode: terminal.exitCode ?? 0 };
}

describe("rounds understand", () => {
  it("answers each line of stdin with exactly the promised fields", async () => {
    const { lines, exitCode } = await rounds(["--json"], "STOP I have chest pain\n2\n");
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toEqual({
      text: "STOP I have chest pain",
      optOut: true,
      optIn: false,
      help: false,
      wrongNumber: false,
      answer: null,
      tier: "T1",
      review: false,
      spans: [
        { start: 0, end: 4, rule: "opt-out/keyword" },
        { start: 12, end: 22, rule: "T1/chest" },
        { start: 18, end: 22, rule: "T3/symptom" },
      ],
    });
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second).toMatchObject({ text: "2", answer: null, tier: null, review: true });
    expect(exitCode).toBe(0);
  });

  it("reads digits as answers to the open question of a campaign", async () => {
    const { lines } = await rounds(
      ["--open", "screening/mammogram/invite", "--json"],
      "2 please\n",
    );
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ answer: "wants-call", review: false });
  });

  it("says which steps ask when the one it is given asks nothing", async () => {
    const { complained, exitCode } = await rounds(["--open", "screening/mammogram/nowhere"], "2\n");
    expect(complained).toContain("It asks in:");
    expect(complained).toContain("invite");
    expect(exitCode).toBe(2);
  });

  it("refuses a campaign that is not there", async () => {
    const { exitCode } = await rounds(["--open", "screening/nothing/invite"], "2\n");
    expect(exitCode).toBe(2);
  });

  it("speaks to people in words", async () => {
    const { lines } = await rounds([], "no puedo respirar\nthanks\n");
    expect(lines).toEqual([
      "no puedo respirar",
      '  T1 (T1/respiracion "no puedo respirar")',
      "thanks",
      "  nothing to do",
    ]);
  });

  it("takes a key press of a call", async () => {
    const { lines } = await rounds(["--channel", "voice", "--json"], "9\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ optOut: true });
  });
});

describe("rounds understand, with more about the reply", () => {
  it("takes the campaign as a file", async () => {
    const file = "campaigns/screening/mammogram/campaign.yaml";
    for (const open of [`${file}/invite`, "campaigns/screening/mammogram/invite"]) {
      const { lines } = await rounds(["--open", open, "--json"], "2\n");
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({ answer: "wants-call" });
    }
  });

  it("shows in spans what the promised fields have no place for", async () => {
    const { lines } = await rounds(["--json"], "in Spanish please, no ride, call me\nKEEP\n");
    const rules = lines.map((line) =>
      JSON.parse(line).spans.map(({ rule }: { rule: string }) => rule),
    );
    expect(rules[0]).toEqual(
      expect.arrayContaining(["wants-person", "language/es", "reason/no-ride"]),
    );
    expect(rules[1]).toContain("keep/keyword");
  });

  it("says everything in words", async () => {
    const { lines } = await rounds([], "hablo mandarín, call me\n");
    expect(lines[1]).toContain("T4, wants a person, language: zh");
  });

  it("hears a doubtful transcript one tier higher", async () => {
    const args = ["--channel", "voice", "--confidence", "0.4", "--json"];
    const { lines } = await rounds(args, "the pill makes me dizzy\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ tier: "T2", review: true });
  });

  it.each([
    ["--on", "yesterday"],
    ["--confidence", "2"],
  ])("refuses %s %s", async (...args) => {
    await expect(rounds(args, "1\n")).rejects.toThrow("It is a");
  });
});
