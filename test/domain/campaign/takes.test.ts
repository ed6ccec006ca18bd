import { describe, expect, it } from "vitest";
import { check } from "#domain/campaign/check";
import { compile } from "#domain/campaign/compile";
import { CampaignDefinition } from "#domain/campaign/definition";
import { campaignSource } from "#support/campaign-source";

const answers = 'answers: { "1": wants-booking }';
const next = "{ wants-booking: book, silence: remind }";

function withTakes(takes: string, ways = next) {
  return campaignSource({
    definition: [
      [answers, `${answers}\n    takes: ${takes}`],
      [next, ways],
    ],
  });
}

const codes = (source: ReturnType<typeof campaignSource>) =>
  check(source, { today: 20_000 }).map(({ code }) => code);

describe("a question that takes a date or a number", () => {
  const dated = "{ date: { means: wants-booking, back: 12 months } }";

  it("has its bounds read, and same-as takes it over with the answers", () => {
    const definition = CampaignDefinition.parse(withTakes(dated).definition);
    const { steps } = compile(definition, {}, 1);
    const takes = { date: { means: "wants-booking", back: { unit: "months", count: 12 } } };
    expect(steps["invite"]).toMatchObject({ takes });
    expect(steps["remind"]).toMatchObject({ takes });
  });

  it("keeps a number's unit and bounds", () => {
    const takes = '{ number: { means: wants-booking, unit: "%", from: 4, through: 15 } }';
    const definition = CampaignDefinition.parse(withTakes(takes).definition);
    expect(compile(definition, {}, 1).steps["invite"]).toMatchObject({
      takes: { number: { means: "wants-booking", unit: "%", from: 4, through: 15 } },
    });
  });

  it.each([
    ["{}", "takes nothing"],
    ["{ date: { means: wants-booking } }", "says how far neither back nor ahead"],
    ["{ number: { means: wants-booking, from: 9, through: 4 } }", "goes from more to less"],
    ["{ date: { means: wants-booking, back: soon } }", "has no span of time"],
  ])("is refused when it %s (%s)", (takes) => {
    expect(CampaignDefinition.safeParse(withTakes(takes).definition).success).toBe(false);
  });

  it("must say where its answer leads", () => {
    const lost = withTakes("{ date: { means: told-day, back: 1 year } }");
    expect(codes(lost)).toContain("answer-leads-nowhere");
    const led = withTakes(
      "{ date: { means: told-day, back: 1 year } }",
      "{ wants-booking: book, told-day: book, silence: remind }",
    );
    expect(codes(led)).not.toContain("answer-leads-nowhere");
    expect(codes(led)).not.toContain("next-without-answer");
  });
});
