import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Asked, isWhole, type Previewing } from "./asked.ts";
import { FactList } from "./fact-list.tsx";
import { MadeFields } from "./made-fields.tsx";

interface WhoProps {
  readonly previewing: Previewing;
  readonly asked: Asked;
  readonly onShow: (asked: Asked) => void;
}

/** Whom the campaign is tried with. What is changed here is shown when that is asked for. */
export function Who({ previewing, asked, onShow }: WhoProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(asked);
  const { who, made, patient, on, isForced } = fields;
  const change = (changed: Partial<Asked>) => setFields({ ...fields, ...changed });
  return (
    <Container header={<Header variant="h2">{t(($) => $.preview.who)}</Header>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(fields)) onShow(fields);
        }}
      >
        <SpaceBetween size="m">
          {previewing.patient !== undefined && (
            <SegmentedControl
              label={t(($) => $.preview.who)}
              selectedId={who}
              options={kinds.map((id) => ({ id, text: t(($) => $.preview.whos[id]) }))}
              onChange={({ detail }) =>
                change({ who: detail.selectedId === "patient" ? "patient" : "made" })
              }
            />
          )}
          {who === "patient" ? (
            <FormField
              label={t(($) => $.preview.patient)}
              constraintText={t(($) => $.preview.patientWhy)}
            >
              <Input
                value={patient}
                autoComplete={false}
                onChange={({ detail }) => change({ patient: detail.value.trim() })}
              />
            </FormField>
          ) : (
            <SpaceBetween size="m">
              <MadeFields made={made} onChange={(next) => change({ made: next })} />
              <FactList
                facts={made.facts}
                concepts={previewing.concepts}
                onChange={(facts) => change({ made: { ...made, facts } })}
              />
            </SpaceBetween>
          )}
          <FormField
            label={t(($) => $.preview.on)}
            constraintText={t(($) => $.patients.birthDateForm)}
          >
            <DateInput
              value={on}
              format="iso"
              placeholder="YYYY-MM-DD"
              onChange={({ detail }) => change({ on: detail.value })}
            />
          </FormField>
          <Checkbox
            checked={isForced}
            onChange={({ detail }) => change({ isForced: detail.checked })}
          >
            {t(($) => $.preview.force)}
          </Checkbox>
          <Button variant="primary" formAction="submit" disabled={!isWhole(fields)}>
            {t(($) => $.preview.show)}
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}

const kinds = ["made", "patient"] as const;
