/** A request to a patient's page as an HTTP API hands it over, payload format 2.0. */
export function pageRequest({
  method = "GET",
  token = "",
  page = "u",
  ...more
}: {
  /** `u` stops mail, `a` answers a message. */
  readonly page?: "u" | "a";
  readonly method?: string;
  readonly token?: string;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}) {
  const routeKey = `ANY /${page}/{token}`;
  const path = `/${page}/${token}`;
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
