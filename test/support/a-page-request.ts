/** A request to a patient's page as an HTTP API hands it over, payload format 2.0. */
export function pageRequest({
  method = "GET",
  token = "",
  ...more
}: {
  readonly method?: string;
  readonly token?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}) {
  const routeKey = "ANY /u/{token}";
  const path = `/u/${token}`;
  return {
    version: "2.0",
    ...{ routeKey, rawPath: path, rawQueryString: "", headers: {} },
    pathParameters: { token },
    requestContext: {
      ...{ apiId: "api", requestId: "request-1", routeKey, stage: "$default" },
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "" },
    },
    isBase64Encoded: false,
    ...more,
  };
}
