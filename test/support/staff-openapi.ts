import * as z from "zod/mini";
import { Problem, problemMediaType, problems } from "#contracts/api/problem";
import { staffRouteKeys, staffRoutes } from "#contracts/api/routes";
import type { StaffRoute } from "#contracts/api/staff-route";

type Schema = Readonly<Record<string, unknown>>;

/** The staff API as OpenAPI 3.1 writes it, made of the table of routes and their contracts. */
export function staffOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const key of staffRouteKeys) {
    const [method = "", path = ""] = key.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, staffRoutes[key]) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Rounds staff API",
      version: "1",
      description:
        "What the console asks for staff. The organization is the token's; instants are ISO 8601 in " +
        "UTC. Every refusal is a problem (RFC 9457) whose `code` programs compare.",
    },
    security: [{ staff: [] }],
    paths,
    components: {
      securitySchemes: {
        staff: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "The id token of the sign-in, good for 15 minutes.",
        },
      },
      schemas: { Problem: schemaOf(Problem, "output") },
      responses: { Problem: problemResponse() },
    },
  };
}

function operation(key: string, route: StaffRoute): object {
  const { path, query, body, answer, roles } = route;
  return {
    operationId: operationId(key),
    description: `For: ${roles.join(", ")}.`,
    parameters: [...parametersOf(path, "path"), ...parametersOf(query, "query")],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: jsonOf(schemaOf(body, "input")) } }),
    responses: {
      "200": { description: "Done, or told.", content: jsonOf(schemaOf(answer, "output")) },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** `POST /v1/tasks/{task}/claim` → `post-tasks-task-claim` */
function operationId(key: string): string {
  return key
    .replace("/v1", "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== "")
    .join("-");
}

function parametersOf(schema: z.ZodMiniType | undefined, where: "path" | "query"): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    ...{ name, in: where, required: required.includes(name), schema: of },
  }));
}

function problemResponse(): object {
  const codes = Object.entries(problems).map(
    ([code, { status, title }]) => `${status} \`${code}\`: ${title}`,
  );
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description: codes.join("\n\n"), content: { [problemMediaType]: { schema } } };
}

function jsonOf(schema: Schema): object {
  return { "application/json": { schema } };
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
