import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Asked, firstAsked, isWhole } from "./asked.ts";

interface ForecastFieldsProps {
  readonly versions: readonly number[];
  readonly onCount: (asked: Asked) => void;
}

export function ForecastFields({ versions, onCount }: ForecastFieldsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(firstAsked);
  const change = (changed: Partial<Asked>) => setAsked({ ...asked, ...changed });
  const froms = (["records", "new"] as const).map((value) => ({
    value,
    label: t(($) => $.forecast.froms[value]),
  }));
  const answers = (["silence", "likely"] as const).map((value) => ({
    value,
    label: t(($) => $.forecast.answerKinds[value]),
  }));
  const nothing = { value: "", label: t(($) => $.forecast.nothing) };
  const others = versions.map((version) => ({
    value: `${version}`,
    label: t(($) => $.forecast.version, { version }),
  }));
  return (
    <Container>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(asked)) onCount({ ...asked });
        }}
      >
        <SpaceBetween size="m">
          <ColumnLayout columns={3}>
            <FormField
              label={t(($) => $.forecast.on)}
              constraintText={t(($) => $.patients.birthDateForm)}
            >
              <DateInput
                value={asked.on}
                format="iso"
                placeholder="YYYY-MM-DD"
                onChange={({ detail }) => change({ on: detail.value })}
              />
            </FormField>
            <FormField
              label={t(($) => $.forecast.days)}
              constraintText={t(($) => $.forecast.daysWhy)}
            >
              <Input
                value={asked.days}
                inputMode="numeric"
                autoComplete={false}
                onChange={({ detail }) => change({ days: detail.value.trim() })}
              />
            </FormField>
            <FormField label={t(($) => $.forecast.from)}>
              <Select
                selectedOption={froms.find(({ value }) => value === asked.from) ?? null}
                options={froms}
                onChange={({ detail }) =>
                  change({ from: detail.selectedOption.value === "new" ? "new" : "records" })
                }
              />
            </FormField>
            <FormField label={t(($) => $.forecast.answers)}>
              <Select
                selectedOption={answers.find(({ value }) => value === asked.answers) ?? null}
                options={answers}
                onChange={({ detail }) =>
                  change({
                    answers: detail.selectedOption.value === "likely" ? "likely" : "silence",
                  })
                }
              />
            </FormField>
            {versions.length > 0 && (
              <FormField label={t(($) => $.forecast.against)}>
                <Select
                  selectedOption={
                    others.find(({ value }) => value === `${asked.against}`) ?? nothing
                  }
                  options={[nothing, ...others]}
                  onChange={({ detail }) => {
                    const { against: _, ...rest } = asked;
                    const version = Number(detail.selectedOption.value);
                    setAsked(version > 0 ? { ...rest, against: version } : rest);
                  }}
                />
              </FormField>
            )}
          </ColumnLayout>
          <Button variant="primary" formAction="submit" disabled={!isWhole(asked)}>
            {t(($) => $.forecast.count)}
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}
