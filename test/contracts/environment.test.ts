import { describe, expect, it } from "vitest";
import * as z from "zod";
import { contacting, shards } from "#contracts/engine-environment";
import { address, readEnvironment, text } from "#contracts/environment";
import { Unrecoverable } from "../../shared/errors.ts";

const schema = z.object({ TABLE_NAME: text, DUE_SHARDS: shards, SMS_QUEUE_URL: address });
const whole = {
  TABLE_NAME: "patients",
  DUE_SHARDS: "4",
  SMS_QUEUE_URL: "http://127.0.0.1:4566/000000000000/sms",
};

describe("a function's variables", () => {
  it("are read with their types and without what it did not ask for", () => {
    expect(readEnvironment(schema, { ...whole, PATH: "/bin" })).toEqual({
      ...whole,
      DUE_SHARDS: 4,
    });
  });

  it.each([
    ["everyone", "everyone"],
    ["only:", { only: [] }],
    ["only:+12025550111,a@b.example", { only: ["+12025550111", "a@b.example"] }],
  ])("say whom to contact: %s", (value, meant) => {
    const told = readEnvironment(z.object({ RECIPIENTS: contacting.RECIPIENTS }), {
      RECIPIENTS: value,
    });
    expect(told.RECIPIENTS).toEqual(meant);
  });

  it.each([undefined, "", "all", "+12025550111", "everyone,a@b.example"])(
    "that do not say whom to contact stop the function: %s",
    (value) => {
      const told = () =>
        readEnvironment(z.object({ RECIPIENTS: contacting.RECIPIENTS }), { RECIPIENTS: value });
      expect(told).toThrow("environment/invalid: RECIPIENTS");
    },
  );

  it("that are missing or wrong are named together, without their values", () => {
    const read = () => readEnvironment(schema, { TABLE_NAME: "", SMS_QUEUE_URL: "secret-thing" });
    expect(read).toThrow(Unrecoverable);
    expect(read).toThrow("environment/invalid: DUE_SHARDS, SMS_QUEUE_URL, TABLE_NAME");
    expect(read).not.toThrow(/secret-thing/);
  });
});
