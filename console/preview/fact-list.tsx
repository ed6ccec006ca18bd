import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { ConceptShown } from "#contracts/api/campaign";
import { madeFactKinds } from "#domain/preview/made-fact-kind";
import { type FactFields, today } from "./asked.ts";

interface FactListProps {
  readonly facts: readonly FactFields[];
  readonly concepts: readonly ConceptShown[];
  readonly onChange: (facts: readonly FactFields[]) => void;
}

/** As many as the API takes of one person. */
const factsMax = 20;

/** What is known of somebody made up: when something was done, found or handed over. */
export function FactList({ facts, concepts, onChange }: FactListProps) {
  const { t } = useTranslation();
  const add = () => {
    const concept = concepts[0]?.name ?? "";
    onChange([...facts, { concept, as: "procedure", on: today(), number: "", unit: "" }]);
  };
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{t(($) => $.preview.facts.title)}</Box>
      {facts.length === 0 && (
        <Box color="text-status-inactive">{t(($) => $.preview.facts.none)}</Box>
      )}
      {facts.map((fact, index) => (
        <OneFact
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be alike; their place tells them apart.
          key={index}
          fact={fact}
          concepts={concepts}
          onChange={(next) => onChange(facts.with(index, next))}
          onRemove={() => onChange(facts.toSpliced(index, 1))}
        />
      ))}
      <Button disabled={facts.length >= factsMax || concepts.length === 0} onClick={add}>
        {t(($) => $.preview.facts.add)}
      </Button>
    </SpaceBetween>
  );
}

interface OneFactProps {
  readonly fact: FactFields;
  readonly concepts: readonly ConceptShown[];
  readonly onChange: (fact: FactFields) => void;
  readonly onRemove: () => void;
}

function OneFact({ fact, concepts, onChange, onRemove }: OneFactProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "es" ? "es" : "en";
  const change = (changed: Partial<FactFields>) => onChange({ ...fact, ...changed });
  const notions = concepts.map((concept) => ({ value: concept.name, label: concept[language] }));
  const kinds = madeFactKinds.map((value) => ({
    value,
    label: t(($) => $.preview.facts.kinds[value]),
  }));
  const hasNumber = fact.as === "result" || fact.as === "fill";
  return (
    <fieldset className="plain">
      <SpaceBetween size="xs">
        <FormField label={t(($) => $.preview.facts.concept)}>
          <Select
            selectedOption={notions.find(({ value }) => value === fact.concept) ?? null}
            options={notions}
            onChange={({ detail }) => change({ concept: detail.selectedOption.value ?? "" })}
          />
        </FormField>
        <FormField label={t(($) => $.preview.facts.as)}>
          <Select
            selectedOption={kinds.find(({ value }) => value === fact.as) ?? null}
            options={kinds}
            onChange={({ detail }) => {
              const as = madeFactKinds.find((one) => one === detail.selectedOption.value);
              change({ as: as ?? fact.as });
            }}
          />
        </FormField>
        <FormField label={t(($) => $.preview.facts.on)}>
          <DateInput
            value={fact.on}
            format="iso"
            placeholder="YYYY-MM-DD"
            onChange={({ detail }) => change({ on: detail.value })}
          />
        </FormField>
        {hasNumber && (
          <FormField label={t(($) => $.preview.facts.number)}>
            <Input
              value={fact.number}
              inputMode="decimal"
              onChange={({ detail }) => change({ number: detail.value.trim() })}
            />
          </FormField>
        )}
        {fact.as === "result" && (
          <FormField label={t(($) => $.preview.facts.unit)}>
            <Input
              value={fact.unit}
              onChange={({ detail }) => change({ unit: detail.value.trim() })}
            />
          </FormField>
        )}
        <Button onClick={onRemove}>{t(($) => $.preview.facts.remove)}</Button>
      </SpaceBetween>
    </fieldset>
  );
}
