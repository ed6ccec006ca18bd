/** The last part of an ARN: `…:sqs:us-east-1:0:work` → `work`, `…:function:f` → `f`. */
export function nameInArn(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}

/** The service an ARN belongs to: `sqs`, `lambda`. */
export function serviceInArn(arn: string): string {
  return arn.split(":")[2] ?? "";
}
