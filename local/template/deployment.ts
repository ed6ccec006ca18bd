import * as z from "zod";
import { localAccount, localRegion } from "../engines/fauxqs.ts";
import { LocalProblem } from "../problem.ts";
import type { StackTemplate } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsic.ts";
import { arnOf, type PlacedResource, placeResources } from "./resource.ts";

/** Numbers and booleans may come as text in a template. */
export const Whole = z.coerce.number().int();
export const Flag = z.union([z.boolean(), z.string().transform((text) => text === "true")]);

/** `https://sqs.us-east-1.amazonaws.com/000000000000/rounds-local-mirror` */
const awsQueueUrl = /^https:\/\/sqs\.[a-z0-9.-]+\/\d{12}\/([A-Za-z0-9_-]{1,80})$/;

/** The resources of all stacks, with what references between them become on this machine. */
export class Deployment {
  readonly resources: readonly PlacedResource[];
  readonly #byStack = new Map<StackTemplate, Map<string, PlacedResource>>();
  readonly #attributes = new Map<PlacedResource, Readonly<Record<string, string>>>();
  readonly #names: Names;
  readonly #queueUrl: (name: string) => string;

  constructor(
    stacks: readonly StackTemplate[],
    queueUrl: (name: string) => string,
    apiEndpoint: string,
  ) {
    this.#queueUrl = queueUrl;
    this.resources = placeResources(stacks);
    for (const stack of stacks) this.#byStack.set(stack, new Map());
    for (const resource of this.resources) {
      this.#byStack.get(resource.stack)?.set(resource.logicalId, resource);
    }
    this.#names = {
      reference: (stack, id) => pseudo(stack, id) ?? this.#reference(stack, id, queueUrl),
      attribute: (stack, id, attribute) =>
        attribute === "ApiEndpoint" ? apiEndpoint : this.#attribute(stack, id, attribute, queueUrl),
      exported: (name) => this.#exported(stacks, name),
    };
  }

  ofType(...types: readonly string[]): readonly PlacedResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** Keeps what only the engine could say, e.g. a table's stream. */
  know(resource: PlacedResource, attributes: Readonly<Record<string, string>>): void {
    this.#attributes.set(resource, attributes);
  }

  /**
   * The resource's properties, worked out and checked.
   * @throws LocalProblem naming the resource and the property.
   */
  properties<Shape extends z.ZodType>(resource: PlacedResource, shape: Shape): z.output<Shape> {
    const value = resolveValue(resource.properties, resource.stack, this.#names);
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new LocalProblem(
      "local/unreadable-resource",
      `${resource.stack.name}/${resource.logicalId} (${resource.type}) cannot be run here: ` +
        `${issue?.path.join(".")}: ${issue?.message}.`,
    );
  }

  /**
   * The address of a queue on this machine, for one that a stack knows by name alone and so wrote as
   * AWS does; any other text stays as it is.
   */
  localAddress(text: string): string {
    const name = awsQueueUrl.exec(text)?.[1];
    const isKnown = this.ofType("AWS::SQS::Queue").some((queue) => queue.name === name);
    return name !== undefined && isKnown ? this.#queueUrl(name) : text;
  }

  #reference(stack: StackTemplate, id: string, queueUrl: (name: string) => string): unknown {
    const resource = this.#byStack.get(stack)?.get(id);
    if (resource === undefined) return stack.template.Parameters[id]?.Default;
    if (resource.type === "AWS::SQS::Queue") return queueUrl(resource.name);
    if (resource.type === "AWS::SNS::Topic") return arnOf(resource);
    return resource.name;
  }

  #attribute(
    stack: StackTemplate,
    id: string,
    attribute: string,
    queueUrl: (name: string) => string,
  ): unknown {
    const resource = this.#byStack.get(stack)?.get(id);
    if (resource === undefined) return undefined;
    const known = this.#attributes.get(resource)?.[attribute];
    if (known !== undefined) return known;
    if (attribute === "QueueUrl") return queueUrl(resource.name);
    if (/Name$/.test(attribute)) return resource.name;
    return attribute.endsWith("Arn") ? arnOf(resource) : `${resource.name}.${attribute}`;
  }

  #exported(stacks: readonly StackTemplate[], name: string) {
    for (const stack of stacks) {
      for (const { Export, Value } of Object.values(stack.template.Outputs)) {
        if (Export !== undefined && resolveValue(Export.Name, stack, this.#names) === name) {
          return { stack, value: Value };
        }
      }
    }
    return undefined;
  }
}

function pseudo(stack: StackTemplate, id: string): string | undefined {
  switch (id) {
    case "AWS::AccountId":
      return localAccount;
    case "AWS::Region":
      return localRegion;
    case "AWS::Partition":
      return "aws";
    case "AWS::URLSuffix":
      return "amazonaws.com";
    case "AWS::StackName":
    case "AWS::StackId":
      return stack.name;
    default:
      return undefined;
  }
}
