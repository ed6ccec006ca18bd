import * as z from "zod";
import { LocalProblem } from "../problem.ts";

const Words = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

/** Strict: an element that is not known here must not be passed over as if it said nothing. */
const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: Words,
  Resource: Words,
  Condition: z
    .union([
      z.strictObject({ StringEquals: z.strictObject({ "kms:ViaService": Words }) }),
      z.strictObject({
        "ForAllValues:StringLike": z.strictObject({ "dynamodb:LeadingKeys": Words }),
      }),
    ])
    .optional(),
});

const Document = z.looseObject({ Statement: z.array(Statement) });

/** One statement of an identity's policy (IAM user guide, "IAM JSON policy element reference"). */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** `sqs:SendMessage`, with `*` and `?`; capitals mean nothing. */
  readonly actions: readonly string[];
  /** ARNs with `*` and `?`. */
  readonly resources: readonly string[];
  /** It holds only for use through one of these services; for any when absent. */
  readonly viaServices?: readonly string[];
  /** It holds only for items whose partition keys are all like one of these; for any when absent. */
  readonly leadingKeys?: readonly string[];
}

/**
 * The statements of a policy document whose intrinsic functions were worked out.
 * @throws LocalProblem for an element or a condition that is not weighed here: what is not
 * understood must not let anything pass.
 */
export function readPolicy(document: unknown, where: string): readonly PolicyStatement[] {
  const read = Document.safeParse(document);
  if (read.success) {
    return read.data.Statement.map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      actions: Action,
      resources: Resource,
      ...conditionsOf(Condition),
    }));
  }
  const [issue] = read.error.issues;
  throw new LocalProblem(
    "local/unknown-policy",
    `The policy ${where} cannot be enforced here: ${issue?.path.join(".")}: ${issue?.message}. ` +
      "Write it without, or teach local/permissions/policy.ts.",
  );
}

function conditionsOf(
  condition: z.infer<typeof Statement>["Condition"],
): Pick<PolicyStatement, "viaServices" | "leadingKeys"> {
  if (condition === undefined) return {};
  return "StringEquals" in condition
    ? { viaServices: condition.StringEquals["kms:ViaService"] }
    : { leadingKeys: condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"] };
}
