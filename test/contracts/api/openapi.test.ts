import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { staffRouteKeys, staffRoutes } from "#contracts/api/routes";
import { root } from "#support/repository";
import { staffOpenApi } from "#support/staff-openapi";

const written = JSON.parse(readFileSync(join(root, "docs/staff-api.json"), "utf8"));

describe("the document of the staff API", () => {
  it("is what the contracts say: `npm run renew` writes it", () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(staffOpenApi())));
  });

  it("has every route with its braces, its body and its roles", () => {
    for (const key of staffRouteKeys) {
      const [method = "", path = ""] = key.split(" ");
      const operation = written.paths[path][method.toLowerCase()];
      const named = operation.parameters.filter((one: { in: string }) => one.in === "path");
      const braces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named.map(({ name }: { name: string }) => name)).toEqual(braces);
      expect(named.every(({ required }: { required: boolean }) => required)).toBe(true);
      expect("requestBody" in operation).toBe(staffRoutes[key].bodyBytesMax > 0);
      for (const role of staffRoutes[key].roles) expect(operation.description).toContain(role);
      expect(operation.responses["200"].content["application/json"].schema.type).toBe("object");
    }
  });

  it("names each operation once, and refers to nothing that is not there", () => {
    const operations = Object.values<object>(written.paths).flatMap((one) => Object.values(one));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(staffRouteKeys.length);
    const refs = [...JSON.stringify(written).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    for (const [, ref = ""] of refs) {
      const found = ref.split("/").reduce((part, name) => part?.[name], written);
      expect(found, ref).toBeDefined();
    }
  });
});
