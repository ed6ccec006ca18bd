/** An SQS body as SNS delivers it without raw delivery. */
export function snsEnvelope(message: unknown, timestamp: string, isText = false): string {
  return JSON.stringify({
    Type: "Notification",
    MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    TopicArn: "arn:aws:sns:us-east-1:111122223333:inbound",
    Message: isText ? message : JSON.stringify(message),
    Timestamp: timestamp,
    SignatureVersion: "1",
    Signature: "c2ln",
  });
}
