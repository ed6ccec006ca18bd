/** The invented clinic whose deployments these are, and what several of them have in common. */
export const oakClinic = {
  organizationId: "oak-clinic",
  epoch: 1,
  clinic: {
    name: "Oak Clinic",
    phone: "+18005550100",
    opens: "09:00",
    closes: "17:00",
    days: [1, 2, 3, 4, 5],
  },
};

/** The least of everything: for a laptop, and for a stage without patients. */
export const few = {
  dueShards: 2,
  concurrency: {
    inbound: 2,
    urgent: 2,
    tasks: 2,
    sms: 2,
    email: 2,
    voice: 2,
    decide: 2,
    enroll: 2,
    import: 2,
  },
};

/** Each region is the home of patients who live near it, and selects them by its own morning. */
export const east = { region: "us-east-1", zone: "America/New_York" };
export const west = { region: "us-west-2", zone: "America/Los_Angeles" };

/** Mail answers come back to the region that sent the mail, so each has a domain of its own. */
export function mailFrom(domain: string) {
  return {
    from: `Oak Clinic <care@${domain}>`,
    identity: domain,
    perSecond: 14,
    hourlyMax: 10_000,
  };
}

/**
 * How staff come in: the console's host name with its certificate, and the name of the sign-in. The
 * firewall is the stack's own where CloudFront keeps its ACLs, in us-east-1, and elsewhere one that
 * was made there for the clinic.
 */
export function staffAt(host: string, account: string, signIn: string, ownFirewall: boolean) {
  const inEast = (service: string) => `arn:aws:${service}:us-east-1:${account}`;
  return {
    console: host,
    certificateArn: `${inEast("acm")}:certificate/5d0c8a4e-2f5b-4c1d-9a57-3f1e0b6c7d10`,
    webAcl: ownFirewall
      ? "made"
      : `${inEast("wafv2")}:global/webacl/oak-clinic/0c7b1f7e-44d2-4f0b-8a39-5d6e7f809a1b`,
    signIn,
    concurrency: 10,
  };
}

/** The name under which patients open our pages: each region's own, for no region leans on another. */
export function pagesAt(host: string, account: string, region: string) {
  const certificate = "2b7f9c31-8d64-4e0a-b5c2-6f1a3d9e7c20";
  return { host, certificateArn: `arn:aws:acm:${region}:${account}:certificate/${certificate}` };
}

/** Where patients are contacted. */
export const production = {
  ...oakClinic,
  account: "111122223333",
  data: "keep",
  recipients: "everyone",
  channels: "made",
  sms: { perSecond: 3, hourlyMax: 10_000 },
  connect: { flows: "made", perSecond: 2, hourlyMax: 2_000, traffic: "campaign" },
  dueShards: 8,
  concurrency: {
    inbound: 20,
    urgent: 20,
    tasks: 5,
    sms: 10,
    email: 10,
    voice: 5,
    decide: 20,
    enroll: 20,
    import: 10,
  },
  alarmsTo: ["oncall@oak-clinic.example"],
};

/**
 * Where a release is tried: an account of its own, invented people only, nothing kept. It contacts
 * nobody until somebody who tests is named under `recipients`.
 */
export const staging = {
  ...oakClinic,
  account: "444455556666",
  data: "discard",
  recipients: { only: [] },
  channels: "made",
  sms: { perSecond: 3 },
  connect: { flows: "made", perSecond: 2, traffic: "general" },
  ...few,
  concurrency: { ...few.concurrency, sms: 2, email: 7, voice: 5 },
  alarmsTo: ["staging@oak-clinic.example"],
};
