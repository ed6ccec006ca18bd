import * as z from "zod";
import type { Deployment } from "./deployment.ts";

const RouteProperties = z.looseObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default("NONE"),
});

const IntegrationProperties = z.looseObject({ IntegrationUri: z.string() });

/** One route of an HTTP API that asks for no sign-in. */
export interface PublicRoute {
  /** `GET`, or `ANY`. */
  readonly method: string;
  /** `/u/{token}` */
  readonly path: string;
  readonly functionArn: string;
}

export function readPublicRoutes(deployment: Deployment): readonly PublicRoute[] {
  const integrations = new Map(
    deployment
      .ofType("AWS::ApiGatewayV2::Integration")
      .map((resource) => [
        resource.name,
        deployment.properties(resource, IntegrationProperties).IntegrationUri,
      ]),
  );
  return deployment.ofType("AWS::ApiGatewayV2::Route").flatMap((resource) => {
    const { RouteKey, Target, AuthorizationType } = deployment.properties(
      resource,
      RouteProperties,
    );
    const functionArn = integrations.get(Target.replace(/^integrations\//, ""));
    if (AuthorizationType !== "NONE" || functionArn === undefined) return [];
    const [method = "", path = ""] = RouteKey.split(" ");
    return [{ method, path, functionArn }];
  });
}
