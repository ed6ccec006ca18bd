import * as z from "zod";

/** How staff come in: what an environment says under `access`. */
export const Access = z.strictObject({
  /** The console's host name. Its DNS record points at the distribution and is the clinic's own. */
  console: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a host name as rounds.clinic.example"),
  /** For that name. CloudFront takes certificates from us-east-1 only. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, "a certificate in us-east-1"),
  /**
   * `made`: with the stack, which only a deployment in us-east-1 can, where CloudFront keeps its
   * ACLs; elsewhere the ARN of one that was made there.
   */
  webAcl: z.union([
    z.literal("made"),
    z
      .string()
      .regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/, "a CloudFront ACL's ARN"),
  ]),
  /**
   * The sign-in's name below `auth.<region>.amazoncognito.com`: one in the whole region, over all
   * accounts, so it begins with the clinic's own.
   */
  signIn: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "lower case letters, digits and hyphens")
    .refine((name) => !/aws|amazon|cognito/.test(name), "no word that Cognito keeps for itself"),
  /** Requests of staff that are answered at once; reserved, and all that they can take. */
  concurrency: z.int().min(2),
});
export type Access = z.infer<typeof Access>;

/** What is wrong with these settings where the deployment stands. */
export function accessProblem(deployment: {
  readonly region: string;
  readonly access: Access;
}): { readonly at: keyof Access; readonly says: string } | undefined {
  const { region, access } = deployment;
  if (access.webAcl !== "made" || region === "us-east-1") return undefined;
  return { at: "webAcl", says: "CloudFront's ACLs are made in us-east-1: give the ARN of one" };
}
