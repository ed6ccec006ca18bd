import {
  ConnectClient,
  DescribeInstanceCommand,
  ListPhoneNumbersV2Command,
} from "@aws-sdk/client-connect";
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import type { CallQuota, CallsAccount } from "../account/calls.ts";
import { type AskedAs, askingClient, unlessMissing } from "./asking-client.ts";

/**
 * Codes of Connect's quotas: "Concurrent active calls per instance", "Concurrent campaign active
 * calls per instance", "Rate of StartOutboundVoiceContact API requests". The first two are granted to
 * an instance, the last to the account. Source: AWS General Reference, Service Quotas of `connect`.
 */
const codeOf: Readonly<Record<CallQuota, string>> = {
  "calls-at-once": "L-12AB7C57",
  "campaign-calls-at-once": "L-E908C3A1",
  "calls-a-second": "L-4E9BCC96",
};

/** Asked of Connect, and of Service Quotas for it. */
export function callsOf(as: AskedAs): CallsAccount {
  const connect = new ConnectClient(askingClient(as));
  const quotas = new ServiceQuotasClient(askingClient(as));
  return {
    async instance(id) {
      const command = new DescribeInstanceCommand({ InstanceId: id });
      const answer = await unlessMissing(connect.send(command), "ResourceNotFoundException");
      const found = answer?.Instance;
      return (
        found && {
          status: found.InstanceStatus ?? "UNKNOWN",
          takesCalls: found.InboundCallsEnabled === true,
          placesCalls: found.OutboundCallsEnabled === true,
        }
      );
    },
    async hasNumber(instanceArn, number) {
      const command = new ListPhoneNumbersV2Command({
        TargetArn: instanceArn,
        PhoneNumberPrefix: number,
      });
      const answer = await unlessMissing(connect.send(command), "ResourceNotFoundException");
      const claimed = answer?.ListPhoneNumbersSummaryList ?? [];
      return claimed.some(({ PhoneNumber }) => PhoneNumber === number);
    },
    async quota(instanceArn, quota) {
      const which = { ServiceCode: "connect", QuotaCode: codeOf[quota] };
      const context = quota === "calls-a-second" ? {} : { ContextId: instanceArn };
      const raised = await unlessMissing(
        quotas.send(new GetServiceQuotaCommand({ ...which, ...context })),
        "NoSuchResourceException",
      );
      // A quota that nobody ever raised is known by its default alone.
      const answer = raised ?? (await quotas.send(new GetAWSDefaultServiceQuotaCommand(which)));
      if (answer.Quota?.Value === undefined) throw new Error("no value");
      return answer.Quota.Value;
    },
  };
}
