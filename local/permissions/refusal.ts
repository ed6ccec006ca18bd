import type { AwsCall } from "./call.ts";
import type { Need } from "./evaluate.ts";
import type { Actor } from "./permissions.ts";

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const name = "AccessDeniedException";

/** What the service answers whom its policies do not let in, in the service's own protocol. */
export function refusalOf({ service }: AwsCall, { role }: Actor, need: Need): Refusal {
  const { action, resource } = need;
  const message = `User: ${role} is not authorized to perform: ${action} on resource: ${resource}`;
  switch (service) {
    case "s3":
      return {
        status: 403,
        headers: { "content-type": "application/xml" },
        body: `<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${escaped(message)}</Message></Error>`,
      };
    case "ses":
    case "connect":
      return {
        status: 403,
        headers: { "content-type": "application/json", "x-amzn-errortype": name },
        body: JSON.stringify({ message }),
      };
    default:
      return {
        status: 400,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: JSON.stringify({ __type: `com.amazon.coral.service#${name}`, Message: message }),
      };
  }
}

/** Who holds no key that the stack gave out. */
export const unknownCaller: Refusal = {
  status: 403,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify({
    __type: "com.amazon.coral.service#UnrecognizedClientException",
    Message: "The access key id in the request is not one that the stack gave to a function.",
  }),
};

/** What could not be weighed is not let through. */
export const undecided: Refusal = {
  status: 500,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify({
    __type: "com.amazon.coral.service#InternalFailure",
    Message: "The gate could not hold the call against the policies.",
  }),
};

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
