import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PatientShown } from "#contracts/api/patient";
import type { PermissionChange } from "#contracts/api/permission-change";
import { purposes } from "#domain/campaign/purpose";
import { useAct } from "../api/use-act.ts";
import { answerKey } from "../api/use-answer.ts";
import { Acting } from "../parts/acting.tsx";
import { useTell } from "../parts/notices.tsx";
import { callNumber } from "./call-number.ts";

interface PermissionChangesProps {
  readonly patient: string;
  readonly person: PatientShown["person"];
  /** Of the permissions that are shown. */
  readonly version: string;
}

const channels = ["sms", "voice", "email"] as const;
const kinds = ["call", "form", "letter", "visit"] as const;

/** What the patient said, what shows it, and one click. */
export function PermissionChanges({ patient, person, version }: PermissionChangesProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const [kind, setKind] = useState<(typeof kinds)[number]>("call");
  const [reference, setReference] = useState(() => callNumber(new Date()));
  const [channel, setChannel] = useState("");
  const [purpose, setPurpose] = useState("");
  const changing = useAct("POST /v1/patients/{patient}/permissions", {
    path: { patient },
    outdates: [
      answerKey("GET /v1/patients/{patient}", { patient }),
      answerKey("GET /v1/patients/{patient}/timeline", { patient }),
    ],
  });
  const evidence = { kind, reference };
  const scope = {
    ...(isOneOf(channels, channel) ? { channel } : {}),
    ...(isOneOf(purposes, purpose) ? { purpose } : {}),
  };
  const change = (wanted: PermissionChange) =>
    changing.mutate(wanted, {
      onSuccess: ({ changed }) =>
        tell(changed ? t(($) => $.permissions.changed) : t(($) => $.permissions.stood)),
    });
  const everyChannel = { value: "", label: t(($) => $.permissions.everyChannel) };
  const everyPurpose = { value: "", label: t(($) => $.permissions.everyPurpose) };
  const channelOptions = [
    everyChannel,
    ...channels.map((value) => ({ value, label: t(($) => $.channels[value]) })),
  ];
  const purposeOptions = [
    everyPurpose,
    ...purposes.map((value) => ({ value, label: t(($) => $.purposes[value]) })),
  ];
  const kindOptions = kinds.map((value) => ({
    value,
    label: t(($) => $.permissions.kinds[value]),
  }));
  const isUnfit = !/^[A-Za-z0-9._-]{1,64}$/.test(reference);
  const basis = kind === "call" || kind === "visit" ? "spoken" : "form";
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <FormField label={t(($) => $.permissions.evidence)}>
          <Select
            selectedOption={kindOptions.find(({ value }) => value === kind) ?? null}
            options={kindOptions}
            onChange={({ detail }) =>
              setKind(kinds.find((one) => one === detail.selectedOption.value) ?? "call")
            }
          />
        </FormField>
        <FormField
          label={t(($) => $.permissions.reference)}
          errorText={isUnfit ? t(($) => $.permissions.referenceForm) : undefined}
        >
          <Input
            value={reference}
            autoComplete={false}
            onChange={({ detail }) => setReference(detail.value)}
          />
        </FormField>
        <FormField label={t(($) => $.permissions.channel)}>
          <Select
            selectedOption={channelOptions.find(({ value }) => value === channel) ?? null}
            options={channelOptions}
            onChange={({ detail }) => setChannel(detail.selectedOption.value ?? "")}
          />
        </FormField>
        <FormField label={t(($) => $.permissions.purpose)}>
          <Select
            selectedOption={purposeOptions.find(({ value }) => value === purpose) ?? null}
            options={purposeOptions}
            onChange={({ detail }) => setPurpose(detail.selectedOption.value ?? "")}
          />
        </FormField>
      </ColumnLayout>
      <SpaceBetween size="xs" direction="horizontal">
        <Button
          disabled={isUnfit}
          loading={changing.isPending && !changing.isPaused}
          onClick={() => change({ change: "opt-out", scope, evidence })}
        >
          {t(($) => $.permissions.optOut)}
        </Button>
        <Button
          disabled={isUnfit || changing.isPending}
          onClick={() => change({ change: "opt-in", scope, basis, evidence, version })}
        >
          {t(($) => $.permissions.optIn)}
        </Button>
        {person.points.map(({ id, address, use }) => (
          <Button
            key={id}
            disabled={
              isUnfit ||
              changing.isPending ||
              use.every(({ refused }) => refused === "wrong-or-dead")
            }
            onClick={() => change({ change: "wrong-number", point: id, evidence })}
          >
            {t(($) => $.permissions.wrong, { address })}
          </Button>
        ))}
      </SpaceBetween>
      <Acting of={[changing]} />
    </SpaceBetween>
  );
}

function isOneOf<One extends string>(all: readonly One[], value: string): value is One {
  return all.some((one) => one === value);
}
