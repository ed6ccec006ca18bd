import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { useFormats } from "../words/use-formats.ts";
import type { MadeFields as Fields } from "./asked.ts";

interface MadeFieldsProps {
  readonly made: Fields;
  readonly onChange: (made: Fields) => void;
}

/** Two that have words, and one that has none, so that it can be seen what they get. */
const tongues = ["en", "es", "vi"] as const;

/** One for each clock of the United States. */
const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
];

const channels = ["sms", "voice", "email"] as const;

/** Somebody made up: what a campaign may look at, but what is known of their health. */
export function MadeFields({ made, onChange }: MadeFieldsProps) {
  const { t } = useTranslation();
  const { tongue } = useFormats();
  const change = (changed: Partial<Fields>) => onChange({ ...made, ...changed });
  const sexes = [
    { value: "", label: t(($) => $.preview.anySex) },
    ...(["female", "male"] as const).map((value) => ({
      value,
      label: t(($) => $.person.sexes[value]),
    })),
  ];
  const languages = tongues.map((value) => ({ value, label: tongue(value) }));
  return (
    <SpaceBetween size="m">
      <FormField label={t(($) => $.preview.language)}>
        <Select
          selectedOption={languages.find(({ value }) => value === made.language) ?? null}
          options={languages}
          onChange={({ detail }) => change({ language: detail.selectedOption.value ?? "en" })}
        />
      </FormField>
      <FormField label={t(($) => $.preview.zone)}>
        <Select
          selectedOption={{ value: made.zone, label: made.zone }}
          options={zones.map((value) => ({ value, label: value }))}
          onChange={({ detail }) => change({ zone: detail.selectedOption.value ?? made.zone })}
        />
      </FormField>
      <FormField label={t(($) => $.preview.has)}>
        <div className="row">
          {channels.map((channel) => (
            <Checkbox
              key={channel}
              checked={made.has.includes(channel)}
              onChange={({ detail }) =>
                change({
                  has: channels.filter((one) =>
                    one === channel ? detail.checked : made.has.includes(one),
                  ),
                })
              }
            >
              {t(($) => $.channels[channel])}
            </Checkbox>
          ))}
        </div>
      </FormField>
      <FormField label={t(($) => $.preview.age)}>
        <Input
          value={made.age}
          inputMode="numeric"
          autoComplete={false}
          onChange={({ detail }) => change({ age: detail.value.trim() })}
        />
      </FormField>
      <FormField label={t(($) => $.person.sex)}>
        <Select
          selectedOption={sexes.find(({ value }) => value === made.sex) ?? null}
          options={sexes}
          onChange={({ detail }) => change({ sex: sexOf(detail.selectedOption.value) })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function sexOf(value: string | undefined): Fields["sex"] {
  return value === "female" || value === "male" ? value : "";
}
