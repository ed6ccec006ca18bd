import type { TokenOrigin } from "#contracts/aws/staff-claims";

/** The pool and the console whose tokens a test's function believes. */
export const tokens: TokenOrigin = {
  issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_oak",
  audience: "console",
};

export interface StaffRequest {
  readonly route?: string;
  readonly organization?: string;
  /** As the gateway writes them, or as they are in the token. */
  readonly groups?: unknown;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly user?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Text as it is sent, or what is sent as JSON. */
  readonly body?: string | object;
}

/** What an HTTP API hands over for a request that its authorizer let pass. */
export function staffRequest(request: StaffRequest = {}) {
  const { route = "GET /v1/me", organization = "oak", groups = "[care-manager]" } = request;
  const [method, path] = route.split(" ");
  const claims = {
    iss: tokens.issuer,
    aud: tokens.audience,
    token_use: "id",
    sub: request.user ?? "7d1c3f0e-0000-4000-8000-000000000001",
    exp: "1796000000",
    email: `${request.user ?? "sam"}@${organization}.example`,
    "custom:organization": organization,
    "cognito:groups": groups,
    ...request.claims,
  };
  return {
    version: "2.0",
    routeKey: route,
    rawPath: path,
    rawQueryString: "",
    headers: { authorization: "Bearer (cut)", host: "api.example.org" },
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "console" },
      requestId: "request-1",
      routeKey: route,
      stage: "$default",
      authorizer: { jwt: { claims, scopes: null } },
    },
    isBase64Encoded: false,
    ...(request.path === undefined ? {} : { pathParameters: request.path }),
    ...(request.query === undefined ? {} : { queryStringParameters: request.query }),
    ...(request.body === undefined ? {} : { body: textOf(request.body) }),
  };
}

function textOf(body: string | object): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
