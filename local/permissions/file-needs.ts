import type { AwsCall } from "./call.ts";
import type { Need } from "./evaluate.ts";
import { keyNeeds, type Places } from "./places.ts";

const objectActions: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  POST: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

/** S3 with the bucket in the path, as at any address that is no name. */
export function fileNeeds({ method, path }: AwsCall, places: Places): readonly Need[] {
  const [place = ""] = path.split("?");
  const [, bucket = "", ...rest] = place.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  const resource = `arn:aws:s3:::${bucket}`;
  if (key === "") return [{ action: bucketAction(method), resource }];
  const action = objectActions[method] ?? `s3:${method}`;
  const at = { service: "s3", resource } as const;
  const own = { action, resource: `${resource}/${key}` };
  if (action === "s3:GetObject") return [own, ...keyNeeds(places, at, ["kms:Decrypt"])];
  if (action === "s3:PutObject") return [own, ...keyNeeds(places, at, ["kms:GenerateDataKey"])];
  return [own];
}

/** Of calls about a whole bucket, functions may at most list what is in it. */
function bucketAction(method: string): string {
  return method === "GET" || method === "HEAD" ? "s3:ListBucket" : `s3:${method}`;
}
