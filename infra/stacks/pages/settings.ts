import * as z from "zod";

/**
 * The clinic's own name for the pages that patients open. Left out, the pages stand at the address that
 * API Gateway gives, which works as well and lasts as long as the stack.
 */
export const Pages = z.strictObject({
  /** Its DNS record points at the stack's output and is the clinic's own. */
  host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a host name as care.clinic.example"),
  /** For that name, in the deployment's region. */
  certificateArn: z
    .string()
    .regex(
      /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
      "a certificate of AWS Certificate Manager",
    ),
});
export type Pages = z.infer<typeof Pages>;

/** What is wrong with these settings where the deployment stands. */
export function pagesProblem(deployment: {
  readonly region: string;
  readonly pages?: Pages;
}): { readonly at: keyof Pages; readonly says: string } | undefined {
  const { region, pages } = deployment;
  if (pages === undefined || pages.certificateArn.includes(`:acm:${region}:`)) return undefined;
  return { at: "certificateArn", says: `API Gateway takes certificates of ${region} only` };
}
