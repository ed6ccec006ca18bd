import { type AwsCall, inputOf, operationOf } from "./call.ts";
import type { Need } from "./evaluate.ts";
import { localArn, type Places } from "./places.ts";

/**
 * A text needs the identity that it is sent from and the configuration set it names; a call about
 * the opt-out list needs the list (Service Authorization Reference, "End User Messaging SMS").
 */
export function textNeeds(call: AwsCall, { outside }: Places): readonly Need[] {
  const action = `sms-voice:${operationOf(call)}`;
  const input = inputOf(call);
  const named = (name: unknown, kind: string) => {
    const text = String(name);
    const arn = text.startsWith("arn:") ? text : outside[text];
    return { action, resource: arn ?? localArn("sms-voice", `${kind}/${text}`) };
  };
  const { OriginationIdentity, ConfigurationSetName, OptOutListName } = input;
  const needs = [
    ...(OriginationIdentity === undefined ? [] : [named(OriginationIdentity, "phone-number")]),
    ...(ConfigurationSetName === undefined
      ? []
      : [named(ConfigurationSetName, "configuration-set")]),
    ...(OptOutListName === undefined ? [] : [named(OptOutListName, "opt-out-list")]),
  ];
  return needs.length > 0 ? needs : [{ action, resource: "*" }];
}

/**
 * A mail needs the identity of its sender, here always a domain, and its configuration set (SES
 * guide, "Actions, resources and condition keys").
 */
export function mailNeeds(call: AwsCall): readonly Need[] {
  if (call.method !== "POST" || call.path !== "/v2/email/outbound-emails") {
    return [{ action: `ses:${call.method}${call.path}`, resource: "*" }];
  }
  const action = "ses:SendEmail";
  const { FromEmailAddress, ConfigurationSetName } = inputOf(call);
  const domain = /@([^>\s]+)/.exec(String(FromEmailAddress))?.[1] ?? "";
  const identity = { action, resource: localArn("ses", `identity/${domain}`) };
  if (ConfigurationSetName === undefined) return [identity];
  const set = localArn("ses", `configuration-set/${String(ConfigurationSetName)}`);
  return [identity, { action, resource: set }];
}

/**
 * A call takes no resource. A task needs its contact, which has no id before it is there, and the
 * flow that it goes through (Service Authorization Reference, "Amazon Connect").
 */
export function contactNeeds(call: AwsCall): readonly Need[] {
  const { InstanceId, ContactFlowId } = inputOf(call);
  const within = (rest: string) => localArn("connect", `instance/${String(InstanceId)}/${rest}`);
  switch (`${call.method} ${call.path}`) {
    case "PUT /contact/outbound-voice":
      return [{ action: "connect:StartOutboundVoiceContact", resource: "*" }];
    case "PUT /contact/task":
      return [within("contact/new"), within(`contact-flow/${String(ContactFlowId)}`)].map(
        (resource) => ({
          ...{ action: "connect:StartTaskContact", resource },
        }),
      );
    default:
      return [{ action: `connect:${call.method}${call.path}`, resource: "*" }];
  }
}
