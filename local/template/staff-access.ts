import * as z from "zod";
import { LocalProblem } from "../problem.ts";
import type { Deployment } from "./deployment.ts";

const Route = z.looseObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default("NONE"),
});

const Integration = z.looseObject({ IntegrationUri: z.string() });

const Authorizer = z.looseObject({
  JwtConfiguration: z.looseObject({ Audience: z.array(z.string()).min(1), Issuer: z.string() }),
});

/** How staff come in, as the template has it. */
export interface StaffAccess {
  readonly issuer: string;
  readonly audience: string;
  readonly routes: readonly StaffApiRoute[];
  /** What the console's distribution says with every file. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One route for holders of a token. */
export interface StaffApiRoute {
  readonly method: string;
  /** `/v1/tasks/{task}` */
  readonly path: string;
  readonly functionArn: string;
}

/** Undefined where the template has nothing for staff. */
export function readStaffAccess(deployment: Deployment): StaffAccess | undefined {
  const [authorizer] = deployment.ofType("AWS::ApiGatewayV2::Authorizer");
  if (authorizer === undefined) return undefined;
  const { JwtConfiguration } = deployment.properties(authorizer, Authorizer);
  const { Issuer: issuer, Audience } = JwtConfiguration;
  const [audience = ""] = Audience;
  return {
    issuer,
    audience,
    routes: routesIn(deployment),
    headers: readConsoleHeaders(deployment),
  };
}

function routesIn(deployment: Deployment): readonly StaffApiRoute[] {
  const functions = new Map(
    deployment
      .ofType("AWS::ApiGatewayV2::Integration")
      .map((one) => [one.name, deployment.properties(one, Integration).IntegrationUri]),
  );
  return deployment.ofType("AWS::ApiGatewayV2::Route").flatMap((resource) => {
    const { RouteKey, Target, AuthorizationType } = deployment.properties(resource, Route);
    const functionArn = functions.get(Target.replace(/^integrations\//, ""));
    if (AuthorizationType !== "JWT" || functionArn === undefined) return [];
    const [method = "", path = ""] = RouteKey.split(" ");
    return [{ method, path, functionArn }];
  });
}

const Policy = z.looseObject({
  ResponseHeadersPolicyConfig: z.looseObject({
    SecurityHeadersConfig: z.looseObject({
      ContentSecurityPolicy: z.looseObject({ ContentSecurityPolicy: z.string() }),
      FrameOptions: z.looseObject({ FrameOption: z.string() }),
      ReferrerPolicy: z.looseObject({ ReferrerPolicy: z.string() }),
    }),
    CustomHeadersConfig: z.looseObject({
      Items: z.array(z.looseObject({ Header: z.string(), Value: z.string() })),
    }),
  }),
});

/** Left out is that a browser must come by TLS, which it would not believe on a laptop anyway. */
function readConsoleHeaders(deployment: Deployment): Readonly<Record<string, string>> {
  const [resource] = deployment.ofType("AWS::CloudFront::ResponseHeadersPolicy");
  if (resource === undefined) {
    throw new LocalProblem("local/no-console", "The template has staff and no console for them.");
  }
  const { ResponseHeadersPolicyConfig: config } = deployment.properties(resource, Policy);
  const { ContentSecurityPolicy, FrameOptions, ReferrerPolicy } = config.SecurityHeadersConfig;
  const custom = config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]);
  return {
    "content-security-policy": ContentSecurityPolicy.ContentSecurityPolicy,
    "x-frame-options": FrameOptions.FrameOption,
    "referrer-policy": ReferrerPolicy.ReferrerPolicy,
    "x-content-type-options": "nosniff",
    ...Object.fromEntries(custom),
  };
}
