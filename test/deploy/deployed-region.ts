import {
  CloudFormationClient,
  paginateListStackResources,
  type StackResourceSummary,
} from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Environment } from "#infra/environments";
import type { FunctionName } from "#infra/function-names";
import type { StackAddress } from "#local/stores";

/** One region's deployment, as an operator with the account's credentials works on it. */
export class DeployedRegion {
  readonly environment: Environment;
  readonly cloudFormation: CloudFormationClient;
  readonly lambda: LambdaClient;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly #endpoint: string;
  readonly #sns: SNSClient;

  constructor(environment: Environment, endpoint: string) {
    const { account, region } = environment;
    const credentials = { accessKeyId: account, secretAccessKey: "none" };
    const options = { endpoint, region, credentials };
    this.environment = environment;
    this.cloudFormation = new CloudFormationClient(options);
    this.lambda = new LambdaClient(options);
    this.sqs = new SQSClient(options);
    this.dynamodb = new DynamoDBClient(options);
    this.s3 = new S3Client({ ...options, forcePathStyle: true });
    this.#endpoint = endpoint;
    this.#sns = new SNSClient(options);
  }

  /** `rounds-<environment>-<part>`: functions, queues, topics and stacks are named so. */
  named(part: string): string {
    return `rounds-${this.environment.name}-${part}`;
  }

  queueUrl(name: string): string {
    return `${this.#endpoint}/${this.environment.account}/${this.named(name)}`;
  }

  /** Everything that a stack of this deployment made. */
  async resourcesOf(stack: string): Promise<readonly StackResourceSummary[]> {
    const found: StackResourceSummary[] = [];
    const pages = paginateListStackResources({ client: this.cloudFormation }, { StackName: stack });
    for await (const page of pages) found.push(...(page.StackResourceSummaries ?? []));
    return found;
  }

  /** How the adapters reach its tables, files and queues. */
  async address(): Promise<StackAddress> {
    const { account, region, name } = this.environment;
    const made = await this.resourcesOf(this.named("data"));
    const table = (id: string) =>
      made.find(
        ({ ResourceType, LogicalResourceId }) =>
          ResourceType === "AWS::DynamoDB::Table" && LogicalResourceId?.startsWith(id),
      )?.PhysicalResourceId ?? "";
    return {
      endpoints: { dynamodb: this.#endpoint, sqs: this.#endpoint, s3: this.#endpoint },
      patientsTable: table("patients"),
      ledgerTable: table("ledger"),
      bucket: `rounds-${name}-files-${account}`,
      importQueue: this.queueUrl("import"),
      optOutQueue: this.queueUrl("opt-outs"),
      place: { account, region },
    };
  }

  /** @throws Error with the function's own words, when it failed. */
  async invoke(name: FunctionName, event: unknown): Promise<unknown> {
    const FunctionName = this.named(name);
    const Payload = JSON.stringify(event);
    const answer = await this.lambda.send(new InvokeCommand({ FunctionName, Payload }));
    const text = answer.Payload?.transformToString() ?? "null";
    if (answer.FunctionError) throw new Error(`${name} failed: ${text}`);
    return JSON.parse(text === "" ? "null" : text);
  }

  async publish(topic: string, message: object): Promise<void> {
    const { account, region } = this.environment;
    const TopicArn = `arn:aws:sns:${region}:${account}:${this.named(topic)}`;
    await this.#sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }));
  }
}
