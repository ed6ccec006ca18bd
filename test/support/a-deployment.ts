import { Environment, environmentNamed } from "#infra/environments";

const account = "314159265358";
const domain = "mail.oak-clinic.internal";

/**
 * A deployment that lacks nothing: production as shipped, with an account, domains and numbers that
 * are not of the kinds kept for examples. Nobody can own them either.
 */
export function deployment(overrides: Partial<Environment> = {}): Environment {
  const shipped = environmentNamed("prod-us-east-1");
  return Environment.parse({
    ...shipped,
    account,
    clinic: { ...shipped.clinic, phone: "+18005550200" },
    email: { ...shipped.email, from: `Oak Clinic <care@${domain}>`, identity: domain },
    connect: { ...shipped.connect, sourceNumber: "+12025550200" },
    alarmsTo: [`oncall@${domain}`],
    access: {
      ...shipped.access,
      console: "rounds.oak-clinic.internal",
      certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/c1`,
    },
    pages: {
      host: "care.oak-clinic.internal",
      certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/c2`,
    },
    ...overrides,
  });
}

/** The same, but for those who test only. */
export function trial(overrides: Partial<Environment> = {}): Environment {
  return deployment({
    name: "trial-us-east-1",
    data: "discard",
    recipients: { only: ["+12025550201"] },
    ...overrides,
  });
}
