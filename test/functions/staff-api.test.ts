import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { staffUseCases } from "#composition/staff";
import { PublishedCampaigns } from "#contracts/api/campaigns";
import { Me } from "#contracts/api/me";
import { Problem } from "#contracts/api/problem";
import { createHandler } from "../../functions/staff-api/handler.ts";
import { TryAgain } from "../../shared/errors.ts";
import { campaign } from "../support/a-campaign.ts";
import { oak } from "../support/a-clinic.ts";
import { type StaffRequest, staffRequest, tokens } from "../support/a-staff-request.ts";
import { rim } from "../support/lambda.ts";
import { staffClinic } from "../support/staff-clinic.ts";

const clinics = ["oak", "elm"] as const;

/** Two clinics in one region, each with a campaign of its own. */
async function twoClinics() {
  const organizations = createMemoryOrganizationDirectory();
  const campaigns = createMemoryCampaignStore();
  for (const id of clinics) {
    await organizations.save({ ...oak, id, name: `Clinic ${id}`, lines: [`care@${id}.example`] });
    await campaigns.publish(id, campaign({ title: `Reminder of ${id}` }));
  }
  return { organizations, campaigns };
}

async function open(broken?: Error) {
  const { organizations, campaigns } = await twoClinics();
  const live = broken ? () => Promise.reject(broken) : campaigns.live;
  const { handler, lines } = await staffClinic({
    organizations,
    campaigns: { ...campaigns, live },
  });
  const ask = (request: StaffRequest) => handler(staffRequest(request));
  return { handler, ask, campaigns, organizations, lines };
}

const bodyOf = ({ body }: { readonly body: string }) => JSON.parse(body);
const codeOf = (answer: { readonly body: string }) => Problem.parse(bodyOf(answer)).code;

describe("what staff are told", () => {
  it("of themselves: who they are, what they may do, and whose they are", async () => {
    const { ask } = await open();
    const answer = await ask({ groups: "[care-manager approver]" });
    expect(Me.parse(bodyOf(answer))).toEqual({
      user: "7d1c3f0e-0000-4000-8000-000000000001",
      organization: { id: "oak", name: "Clinic oak" },
      roles: ["care-manager", "approver"],
    });
  });

  it("of campaigns: the live version of each and whether it is paused, by id", async () => {
    const { ask, campaigns } = await open();
    await campaigns.publish("oak", campaign({ title: "Reminder, better said" }));
    await campaigns.publish("oak", campaign({ id: "lab-reminder/test" }));
    await campaigns.setPaused("oak", "screening/check", true);
    const answer = await ask({ route: "GET /v1/campaigns" });
    const told = PublishedCampaigns.parse(bodyOf(answer)).campaigns;
    expect(told).toMatchObject([
      { id: "lab-reminder/test", version: 1, state: "running" },
      { id: "screening/check", version: 2, title: "Reminder, better said", state: "paused" },
    ]);
  });

  it("is what the contract names and nothing else, though a use case said more", async () => {
    const { clock, views, ...clinic } = await staffClinic();
    const uses = staffUseCases(clinic.ports);
    const handler = createHandler(
      { log: rim().log, tokens, clock, views },
      {
        ...uses,
        describeMember: async (member) => {
          const me = await uses.describeMember(member);
          return me && { ...me, secret: "more" };
        },
      },
    );
    const { statusCode, body } = await handler(staffRequest());
    expect(statusCode).toBe(200);
    expect(body).not.toContain("secret");
  });

  it("may be kept by nobody on the way", async () => {
    const { ask } = await open();
    for (const request of [{}, { groups: "[]" }, { route: "GET /v1/nothing" }]) {
      const { headers } = await ask(request);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});

describe("a request that is refused", () => {
  it("without verified claims is told to sign in", async () => {
    const { handler } = await open();
    const { requestContext, ...rest } = staffRequest();
    const answer = await handler({ ...rest, requestContext: { requestId: "request-1" } });
    expect(requestContext.authorizer).toBeDefined();
    expect(answer).toMatchObject({
      statusCode: 401,
      headers: { "www-authenticate": "Bearer", "content-type": "application/problem+json" },
    });
    expect(codeOf(answer)).toBe("not-signed-in");
  });

  it.each([
    ["another pool's", { iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_elm" }],
    ["made for another client", { aud: "another" }],
    ["an access token", { token_use: "access" }],
    ["nobody's", { sub: undefined }],
  ])("with a token that is %s is told to sign in", async (_, claims) => {
    const { ask } = await open();
    expect((await ask({ claims })).statusCode).toBe(401);
  });

  it("of somebody whose organization is not said, or not here", async () => {
    const { ask } = await open();
    expect((await ask({ claims: { "custom:organization": undefined } })).statusCode).toBe(403);
    expect((await ask({ organization: "ash" })).statusCode).toBe(403);
    const campaigns = await ask({ route: "GET /v1/campaigns", organization: "ash" });
    expect(bodyOf(campaigns)).toEqual({ campaigns: [] });
  });

  it("for what is not there says so, without repeating what was asked", async () => {
    const { ask } = await open();
    const answer = await ask({ route: "GET /v1/secrets" });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain("secrets");
  });

  it("with a body that nobody asked for is too large, however it is written", async () => {
    const { handler, ask } = await open();
    expect((await ask({ body: "x" })).statusCode).toBe(413);
    const encoded = { ...staffRequest({ body: "eA==" }), isBase64Encoded: true };
    expect((await handler(encoded)).statusCode).toBe(413);
    expect((await ask({ body: "" })).statusCode).toBe(200);
  });

  it("because the table is busy may be tried again", async () => {
    const { ask } = await open(new TryAgain("dynamodb/throttled"));
    const answer = await ask({ route: "GET /v1/campaigns" });
    expect(answer).toMatchObject({ statusCode: 503, headers: { "retry-after": "1" } });
  });

  it("because a campaign's version is gone is a fault of ours, and is noted", async () => {
    const { campaigns } = await twoClinics();
    const { handler, lines } = await staffClinic({
      campaigns: { ...campaigns, version: async () => undefined },
    });
    const answer = await handler(staffRequest({ route: "GET /v1/campaigns" }));
    expect(answer.statusCode).toBe(500);
    expect(lines.join()).toContain("campaign/missing");
  });

  it("tells its number, by which it is found in the logs", async () => {
    const { ask, lines } = await open();
    const answer = await ask({ groups: "[]" });
    expect(Problem.parse(bodyOf(answer)).request).toBe("request-1");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { requestId: "request-1", code: "not-allowed", organization: "oak" },
    ]);
  });
});

describe("an event of any shape", () => {
  const numRuns = Number(process.env["FUZZ_RUNS"] ?? 500);
  const any = fc.anything({ withBigInt: true, withDate: true, withMap: true });
  const orAny = (valid: unknown) => fc.oneof(fc.constant(valid), any);
  const { requestContext, ...top } = staffRequest();
  const { claims } = requestContext.authorizer.jwt;
  const bent = (valid: object) =>
    fc.record(
      Object.fromEntries(Object.entries(valid).map(([name, value]) => [name, orAny(value)])),
      { requiredKeys: [] },
    );
  const events = fc.oneof(
    any,
    bent(top),
    fc.record({ ...fixed(top), requestContext: bent(requestContext) }),
    bent(claims).map((wrong) => ({
      ...top,
      requestContext: { ...requestContext, authorizer: { jwt: { claims: wrong } } },
    })),
  );

  it("is answered or refused, never a fault", async () => {
    const { handler } = await open();
    await fc.assert(
      fc.asyncProperty(events, async (event) => {
        const { statusCode } = await handler(event);
        expect(statusCode).toBeGreaterThanOrEqual(200);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns },
    );
  });

  function fixed(part: object) {
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, fc.constant(value)]),
    );
  }
});

describe("what the log says of a request", () => {
  const canaries = ["canary-name", "canary@example.org", "canary-query", "canary-body"];
  const marked = (route: string, groups: string) => ({
    ...staffRequest({
      route,
      groups,
      claims: { name: "canary-name", email: "canary@example.org" },
    }),
    rawQueryString: "patient=canary-query",
    queryStringParameters: { patient: "canary-query" },
    pathParameters: { patient: "canary-query" },
  });

  it("is who asked for what, and nothing that they or their token said", async () => {
    const { handler, lines } = await open();
    const broken = await open(new Error("canary-body"));
    const answers = [
      await handler(marked("GET /v1/me", "[care-manager]")),
      await handler(marked("GET /v1/campaigns", "[agent]")),
      await handler(marked("GET /v1/canary-query", "[agent]")),
      await handler({ ...marked("GET /v1/me", "[agent]"), body: "canary-body" }),
      await handler({ version: "canary-body" }),
      await broken.handler(marked("GET /v1/campaigns", "[analyst]")),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 403, 404, 413, 400, 500]);
    const said = [...lines, ...broken.lines];
    expect(said).toHaveLength(answers.length);
    expect(JSON.parse(said[0] ?? "")).toMatchObject({
      actor: "7d1c3f0e-0000-4000-8000-000000000001",
      organization: "oak",
      eventType: "GET:/v1/me",
    });
    const everything = said.join() + JSON.stringify(answers);
    for (const canary of canaries) expect(everything).not.toContain(canary);
  });
});
