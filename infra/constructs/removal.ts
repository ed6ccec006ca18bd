import { RemovalPolicy } from "aws-cdk-lib";

/** What happens to stored things when their stack goes. */
export function removalOf(data: "keep" | "discard"): RemovalPolicy {
  return data === "keep" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
