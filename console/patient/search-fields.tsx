import ColumnLayout from "@cloudscape-design/components/column-layout";
import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useTranslation } from "react-i18next";
import type { Sought, Way } from "./search-screen.tsx";

interface SearchFieldsProps {
  readonly way: Way;
  readonly sought: Sought;
  readonly onChange: (sought: Sought) => void;
}

/** The fields of one way to look for somebody. The browser keeps none of what is typed. */
export function SearchFields({ way, sought, onChange }: SearchFieldsProps) {
  const { t } = useTranslation();
  const typed = (field: Exclude<keyof Sought, "birthDate">) => (
    <FormField label={t(($) => $.patients.fields[field])}>
      <Input
        value={sought[field]}
        inputMode={field === "phone" ? "tel" : "text"}
        autoComplete={false}
        onChange={({ detail }) => onChange({ ...sought, [field]: detail.value })}
      />
    </FormField>
  );
  if (way !== "name") return typed(way);
  return (
    <ColumnLayout columns={3}>
      {typed("family")}
      {typed("given")}
      <FormField
        label={t(($) => $.patients.fields.birthDate)}
        constraintText={t(($) => $.patients.birthDateForm)}
      >
        <DateInput
          value={sought.birthDate}
          placeholder="YYYY-MM-DD"
          format="iso"
          onChange={({ detail }) => onChange({ ...sought, birthDate: detail.value })}
        />
      </FormField>
    </ColumnLayout>
  );
}
