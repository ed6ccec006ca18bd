import { ConnectClient } from "@aws-sdk/client-connect";
import { PinpointClient } from "@aws-sdk/client-pinpoint";
import { PinpointSMSVoiceV2Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCallPlacer } from "#adapters/connect/call-placer";
import { createTaskDesk } from "#adapters/connect/task-desk";
import { createSmsSender } from "#adapters/end-user-messaging/sms-sender";
import { createPinpointSender } from "#adapters/pinpoint/sms-sender";
import { sendingClient } from "#adapters/sending-client";
import { createEmailSender } from "#adapters/ses/email-sender";
import type { SendOutcome } from "#domain/record/command";
import type { Task } from "#domain/record/record";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { freePort } from "../support/free-port.ts";
import { type Manner, type ProviderServer, startProvider } from "../support/provider-server.ts";

const key = "oak/p-1/screening/mammogram/2026-11-23/invite/1";
const timeoutMs = 250;
const shared = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  ...sendingClient(timeoutMs),
};

type Send = (endpoint: string) => Promise<SendOutcome>;

const sendSms: Send = (endpoint) =>
  createSmsSender({
    client: new PinpointSMSVoiceV2Client({ ...shared, endpoint }),
    originationIdentity: "pool-1",
    configurationSet: "rounds",
    timeoutMs,
  }).send({ key, to: "+14255550182", text: "Time for a check.", timeToLiveSeconds: 3600.5 });

const sendByPinpoint: Send = (endpoint) =>
  createPinpointSender({
    client: new PinpointClient({ ...shared, endpoint }),
    applicationId: "app-1",
    originationNumber: "+12125550101",
    timeoutMs,
  }).send({ key, to: "+14255550182", text: "Time for a check.", timeToLiveSeconds: 3600.5 });

/** Pinpoint's answer about the one address. */
const ofAddress = (result: object) => ({
  ApplicationId: "app-1",
  Result: { "+14255550182": { StatusCode: 200, ...result } },
});

const sendEmail: Send = (endpoint) =>
  createEmailSender({
    client: new SESv2Client({ ...shared, endpoint }),
    from: "Oak Clinic <care@clinic.example>",
    configurationSet: "rounds",
    unsubscribe: { mailto: "stop@clinic.example", link: "https://clinic.example/u/{token}" },
    timeoutMs,
  }).send({
    key,
    to: "ana@example.org",
    subject: "A check is due",
    text: "Hello Ana.",
    language: "es",
    unsubscribeToken: "AAECAwQFBgcICQoLDA0ODw",
  });

const placeCall: Send = (endpoint) =>
  createCallPlacer({
    client: new ConnectClient({ ...shared, endpoint }),
    instanceId: "instance-1",
    callFlowId: "flow-1",
    sourceNumber: "+12125550101",
    timeoutMs,
  }).place({
    key,
    to: "+14255550182",
    language: "en",
    script: { message: "This is Oak Clinic.", voicemail: "Please call us." },
  });

let provider: ProviderServer;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => provider.stop());

const vendors = [
  ["a text", sendSms, { MessageId: "m-1" }],
  [
    "a text over Pinpoint",
    sendByPinpoint,
    ofAddress({ DeliveryStatus: "SUCCESSFUL", MessageId: "m-1" }),
  ],
  ["a mail", sendEmail, { MessageId: "m-1" }],
  ["a call", placeCall, { ContactId: "m-1" }],
] as const;

const unclear: readonly Manner[] = [
  { does: "lose-the-answer" },
  { does: "stay-silent" },
  { does: "stall" },
  { does: "refuse", status: 500, type: "InternalServerException" },
  { does: "refuse", status: 503, type: "ServiceUnavailable" },
  { does: "mumble", status: 502, text: "<html>Bad gateway</html>" },
  { does: "mumble", status: 200, text: "<html>Welcome</html>" },
  { does: "mumble", status: 408, text: "" },
];

describe.each(vendors)("%s", (_, send, accepted) => {
  it("that the provider takes is accepted under the provider's id", async () => {
    provider.manner = { does: "answer", body: accepted };
    expect(await send(provider.endpoint)).toEqual({ is: "accepted", providerId: "m-1" });
    expect(provider.seen).toHaveLength(1);
  });

  it.each(unclear)(
    "is unknown and asked for once when the provider does $does $status",
    async (manner) => {
      provider.manner = manner;
      const outcome = await send(provider.endpoint);
      expect(outcome.is).toBe("unknown");
      expect(provider.seen).toHaveLength(1);
    },
  );

  it.each([
    { status: 429, type: "TooManyRequestsException" },
    { status: 400, type: "ThrottlingException" },
  ])("is released to be tried later when throttled: $type", async (fault) => {
    provider.manner = { does: "refuse", ...fault };
    expect(await send(provider.endpoint)).toEqual({ is: "released", reason: "throttled" });
    expect(provider.seen).toHaveLength(1);
  });

  it("is released when the provider refuses in a way that is not known yet", async () => {
    provider.manner = { does: "refuse", status: 400, type: "BrandNewException" };
    expect(await send(provider.endpoint)).toEqual({ is: "released", reason: "unavailable" });
  });

  it("is released when nobody listens or the name is not found: it never left", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    expect(await send(nobody)).toEqual({ is: "released", reason: "unavailable" });
    expect(await send("http://provider.invalid")).toEqual({
      is: "released",
      reason: "unavailable",
    });
    expect(provider.seen).toHaveLength(0);
  });
});

type Fault = { status: number; type: string; body?: object };
const refused = (reason: string) => ({ is: "refused", reason });

describe("what a provider refuses", () => {
  const sms: readonly (readonly [Fault, object])[] = [
    [conflict("DESTINATION_PHONE_NUMBER_OPTED_OUT"), refused("opted-out-at-carrier")],
    [conflict("DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"), refused("blocked")],
    [conflict("NO_ORIGINATION_IDENTITIES_FOUND"), refused("not-configured")],
    [conflict("RESOURCE_NOT_ACTIVE"), { is: "released", reason: "unavailable" }],
    [
      quota("MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"),
      { is: "released", reason: "spend-limit", retryAfterMs: 600_000 },
    ],
    [
      denied("INSUFFICIENT_ACCOUNT_REPUTATION"),
      { is: "released", reason: "account", retryAfterMs: 600_000 },
    ],
    [denied("ACCOUNT_DISABLED"), { is: "released", reason: "account", retryAfterMs: 600_000 }],
    [
      {
        status: 400,
        type: "ValidationException",
        body: {
          Reason: "INVALID_PARAMETER",
          Fields: [{ Name: "DestinationPhoneNumber", Message: "x" }],
        },
      },
      refused("invalid-address"),
    ],
    [
      { status: 400, type: "ValidationException", body: { Reason: "MAXIMUM_SIZE_EXCEEDED" } },
      refused("content"),
    ],
    [{ status: 400, type: "AccessDeniedException" }, refused("not-configured")],
    [{ status: 400, type: "ResourceNotFoundException" }, refused("not-configured")],
  ];
  it.each(sms)("for a text: %j", async (fault, outcome) => {
    provider.manner = { does: "refuse", ...fault };
    expect(await sendSms(provider.endpoint)).toEqual(outcome);
    expect(provider.seen).toHaveLength(1);
  });

  const email: readonly (readonly [Fault, object])[] = [
    [fault("MessageRejected", "Email address is not verified."), refused("not-configured")],
    [fault("MessageRejected", "Virus found."), refused("content")],
    [fault("BadRequestException", "Missing final '@domain'"), refused("invalid-address")],
    [fault("BadRequestException", "Subject is too long"), refused("content")],
    [fault("NotFoundException"), refused("not-configured")],
    [fault("SendingPausedException"), { is: "released", reason: "account", retryAfterMs: 600_000 }],
    [
      fault("AccountSuspendedException"),
      { is: "released", reason: "account", retryAfterMs: 600_000 },
    ],
    [
      fault("LimitExceededException"),
      { is: "released", reason: "daily-limit", retryAfterMs: 10_800_000 },
    ],
    [
      fault("TooManyRequestsException", "Daily message quota exceeded."),
      { is: "released", reason: "daily-limit", retryAfterMs: 10_800_000 },
    ],
  ];
  it.each(email)("for a mail: %j", async (refusal, outcome) => {
    provider.manner = { does: "refuse", ...refusal };
    expect(await sendEmail(provider.endpoint)).toEqual(outcome);
    expect(provider.seen).toHaveLength(1);
  });

  const call: readonly (readonly [Fault, object])[] = [
    [fault("DestinationNotAllowedException"), refused("blocked")],
    [fault("LimitExceededException"), { is: "released", reason: "throttled" }],
    [
      fault("InvalidParameterException", "DestinationPhoneNumber is bad"),
      refused("invalid-address"),
    ],
    [fault("InvalidParameterException", "Flow is bad"), refused("not-configured")],
    [fault("ResourceNotFoundException"), refused("not-configured")],
  ];
  it.each(call)("for a call: %j", async (refusal, outcome) => {
    provider.manner = { does: "refuse", ...refusal };
    expect(await placeCall(provider.endpoint)).toEqual(outcome);
    expect(provider.seen).toHaveLength(1);
  });
});

describe("what Pinpoint makes of one address", () => {
  const unknown = (reason: string) => ({ is: "unknown", reason });
  const results: readonly (readonly [object, object])[] = [
    [{ DeliveryStatus: "OPT_OUT" }, refused("opted-out-at-carrier")],
    [
      { DeliveryStatus: "THROTTLED", StatusCode: 429 },
      { is: "released", reason: "throttled" },
    ],
    [
      {
        DeliveryStatus: "PERMANENT_FAILURE",
        StatusCode: 400,
        StatusMessage: "Invalid phone number",
      },
      refused("invalid-address"),
    ],
    [
      { DeliveryStatus: "PERMANENT_FAILURE", StatusMessage: "Monthly spend limit reached" },
      { is: "released", reason: "spend-limit", retryAfterMs: 600_000 },
    ],
    [{ DeliveryStatus: "PERMANENT_FAILURE", StatusCode: 400 }, refused("blocked")],
    [
      { DeliveryStatus: "TEMPORARY_FAILURE", StatusCode: 400 },
      { is: "released", reason: "unavailable" },
    ],
    [{ DeliveryStatus: "TEMPORARY_FAILURE", StatusCode: 503 }, unknown("TEMPORARY_FAILURE")],
    [{ DeliveryStatus: "UNKNOWN_FAILURE", StatusCode: 400 }, unknown("UNKNOWN_FAILURE")],
    [{ DeliveryStatus: "DUPLICATE" }, unknown("DUPLICATE")],
    [{ DeliveryStatus: "TIMEOUT" }, unknown("TIMEOUT")],
    [{}, unknown("no-status")],
  ];
  it.each(results)("%j", async (result, outcome) => {
    provider.manner = { does: "answer", body: ofAddress(result) };
    expect(await sendByPinpoint(provider.endpoint)).toEqual(outcome);
    expect(provider.seen).toHaveLength(1);
  });

  it("is unknown where it says nothing of it, for it may have gone", async () => {
    provider.manner = { does: "answer", body: { ApplicationId: "app-1" } };
    expect(await sendByPinpoint(provider.endpoint)).toEqual(unknown("no-result"));
  });

  it.each(["BadRequestException", "ForbiddenException", "NotFoundException"])(
    "is refused where the request itself is: %s",
    async (type) => {
      provider.manner = { does: "refuse", status: 400, type };
      expect(await sendByPinpoint(provider.endpoint)).toEqual(refused("not-configured"));
    },
  );
});

function fault(type: string, message = "no"): Fault {
  return { status: 400, type, body: { Message: message, message } };
}

function conflict(reason: string): Fault {
  return { status: 400, type: "ConflictException", body: { Reason: reason } };
}

function denied(reason: string): Fault {
  return { status: 400, type: "AccessDeniedException", body: { Reason: reason } };
}

function quota(reason: string): Fault {
  return { status: 400, type: "ServiceQuotaExceededException", body: { Reason: reason } };
}

describe("what a provider is given", () => {
  it("for a text: the key as context and a time to live in whole seconds", async () => {
    provider.manner = { does: "answer", body: { MessageId: "m-1" } };
    await sendSms(provider.endpoint);
    expect(provider.seen[0]?.target).toBe("PinpointSMSVoiceV2.SendTextMessage");
    expect(provider.seen[0]?.body).toMatchObject({
      Context: { touch: key },
      TimeToLive: 3600,
      OriginationIdentity: "pool-1",
      ConfigurationSetName: "rounds",
    });
  });

  it("for a text over Pinpoint: the key in the context, and not where a recipient sees it", async () => {
    provider.manner = { does: "answer", body: ofAddress({ DeliveryStatus: "SUCCESSFUL" }) };
    await sendByPinpoint(provider.endpoint);
    expect(provider.seen[0]).toMatchObject({ method: "POST", path: "/v1/apps/app-1/messages" });
    expect(provider.seen[0]?.body).toEqual({
      Addresses: { "+14255550182": { ChannelType: "SMS", Context: { touch: key } } },
      MessageConfiguration: {
        SMSMessage: {
          Body: "Time for a check.",
          MessageType: "TRANSACTIONAL",
          OriginationNumber: "+12125550101",
        },
      },
    });
  });

  it("for a mail: the key as a tag, and both ways to unsubscribe", async () => {
    provider.manner = { does: "answer", body: { MessageId: "m-1" } };
    await sendEmail(provider.endpoint);
    const touch = Buffer.from(key).toString("base64url");
    expect(provider.seen[0]?.body).toMatchObject({
      EmailTags: [{ Name: "touch", Value: touch }],
      Content: {
        Simple: {
          Headers: [
            {
              Name: "List-Unsubscribe",
              Value:
                "<https://clinic.example/u/AAECAwQFBgcICQoLDA0ODw>, <mailto:stop@clinic.example?subject=unsubscribe>",
            },
            { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
            { Name: "Content-Language", Value: "es" },
          ],
        },
      },
    });
  });

  it("for a call: the key as attribute and client token", async () => {
    provider.manner = { does: "answer", body: { ContactId: "m-1" } };
    await placeCall(provider.endpoint);
    expect(provider.seen[0]).toMatchObject({
      method: "PUT",
      path: "/contact/outbound-voice",
      body: {
        ClientToken: key,
        Attributes: {
          touch: key,
          message: "This is Oak Clinic.",
          voicemail: "Please call us.",
          hasVoicemail: "yes",
        },
      },
    });
  });
});

describe("a task for agents", () => {
  const task: Task = {
    id: "task-1",
    reason: "schedule-visit",
    queue: "scheduling",
    priority: "urgent",
    openedAt: 0,
    deadline: Date.UTC(2026, 10, 23, 15),
    raiseAt: 0,
    raised: 2,
    holds: false,
  };
  const raise = (endpoint: string) =>
    createTaskDesk({
      client: new ConnectClient({ ...shared, endpoint, maxAttempts: 2 }),
      instanceId: "instance-1",
      taskFlowId: "flow-2",
    }).raise({ organization: "oak", patient: "p-1", task, language: "en", needs: {} });

  it("is raised under the same token however often it is asked for", async () => {
    provider.manner = { does: "answer", body: { ContactId: "c-1" } };
    await raise(provider.endpoint);
    await raise(provider.endpoint);
    const tokens = provider.seen.map((request) => Reflect.get(Object(request.body), "ClientToken"));
    expect(tokens).toEqual(["oak/p-1/task-1/2", "oak/p-1/task-1/2"]);
    expect(provider.seen[0]?.body).toMatchObject({
      Attributes: { task: "task-1", deadline: "2026-11-23T15:00:00Z" },
    });
  });

  it("that Connect has not surely taken must be raised again", async () => {
    provider.manner = { does: "lose-the-answer" };
    await expect(raise(provider.endpoint)).rejects.toBeInstanceOf(TryAgain);
    provider.manner = { does: "refuse", status: 404, type: "ResourceNotFoundException" };
    const error = await raise(provider.endpoint).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Unrecoverable);
    expect(String(error)).not.toContain("p-1");
  });
});
