import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useTranslation } from "react-i18next";
import { dimensions } from "#domain/reach/dimension";
import { weekPattern, weeksBetween } from "#domain/reach/week";
import { useAnswer } from "../api/use-answer.ts";

export type Dimension = (typeof dimensions)[number];

/** Whose numbers are looked at, and what they are told apart by. */
export interface ReachFilter {
  readonly campaign: string;
  /** `2026-W48` */
  readonly from: string;
  readonly through: string;
  readonly by: Dimension | "";
}

/** Whether these are weeks, in their order. */
export function isSound({ from, through }: ReachFilter): boolean {
  return (
    weekPattern.test(from) && weekPattern.test(through) && weeksBetween(from, through).length > 0
  );
}

interface FiltersProps {
  readonly filter: ReachFilter;
  readonly onChange: (filter: ReachFilter) => void;
}

export function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { data } = useAnswer("GET /v1/campaigns");
  const every = { value: "", label: t(($) => $.reach.everyCampaign) };
  const campaigns = [
    every,
    ...(data?.campaigns ?? []).map(({ id, title }) => ({ value: id, label: title })),
  ];
  const nothing = { value: "", label: t(($) => $.reach.byNothing) };
  const byOptions = [
    nothing,
    ...dimensions.map((value) => ({ value, label: t(($) => $.reach.dimensions[value]) })),
  ];
  const week = (field: "from" | "through") => (
    <FormField
      label={t(($) => $.reach[field])}
      constraintText={t(($) => $.reach.weekForm)}
      errorText={isSound(filter) ? undefined : t(($) => $.reach.weekWrong)}
    >
      <Input
        value={filter[field]}
        onChange={({ detail }) => onChange({ ...filter, [field]: detail.value.toUpperCase() })}
      />
    </FormField>
  );
  return (
    <ColumnLayout columns={4}>
      <FormField label={t(($) => $.reach.campaign)}>
        <Select
          selectedOption={campaigns.find(({ value }) => value === filter.campaign) ?? every}
          options={campaigns}
          onChange={({ detail }) =>
            onChange({ ...filter, campaign: detail.selectedOption.value ?? "" })
          }
        />
      </FormField>
      {week("from")}
      {week("through")}
      <FormField label={t(($) => $.reach.by)}>
        <Select
          selectedOption={byOptions.find(({ value }) => value === filter.by) ?? nothing}
          options={byOptions}
          onChange={({ detail }) => {
            const by = dimensions.find((one) => one === detail.selectedOption.value) ?? "";
            onChange({ ...filter, by });
          }}
        />
      </FormField>
    </ColumnLayout>
  );
}
