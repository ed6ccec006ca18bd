import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useTranslation } from "react-i18next";
import { longest } from "#domain/message/render";
import { segments } from "#domain/message/segments";
import { useFormats } from "../words/use-formats.ts";
import { edited, settingAt, valueAt } from "./edit-yaml.ts";

interface FactsFormProps {
  readonly texts: Readonly<Record<string, string>>;
  /** Whom it is for, in sentences. */
  readonly audience: readonly string[];
  readonly write: (file: string, text: string) => void;
}

const definition = "campaign.yaml";
const facts = ["title", "owner", "review", "reviewedBy", "priority", "holdout"] as const;

/** The main facts of the files as fields. A field changes its own words in the file and nothing beside. */
export function FactsForm(props: FactsFormProps) {
  const { t } = useTranslation();
  const { texts } = props;
  const start = valueAt(texts[definition] ?? "", ["start"]) ?? "";
  const at = (verb: string) => valueAt(texts[definition] ?? "", ["steps", start, verb]);
  const key = at("ask") ?? at("send");
  return (
    <Container header={<Header variant="h2">{t(($) => $.drafts.facts)}</Header>}>
      <SpaceBetween size="s">
        {facts.map((name) => (
          <Field
            key={name}
            {...props}
            file={definition}
            path={[name]}
            label={t(($) => $.drafts.fact[name])}
          />
        ))}
        <AudienceWords {...props} />
        {key !== undefined && <FirstWords {...props} message={key} />}
      </SpaceBetween>
    </Container>
  );
}

interface FieldProps extends FactsFormProps {
  readonly file: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly isLong?: boolean;
}

function Field({ texts, write, file, path, label, isLong = false }: FieldProps) {
  const { t } = useTranslation();
  const text = texts[file] ?? "";
  const value = valueAt(text, path) ?? "";
  const isNumber = path[0] === "priority";
  const change = (next: string) => {
    const edit = settingAt(text, path, isNumber && /^\d+$/.test(next) ? Number(next) : next);
    if (edit !== undefined) write(file, edited(text, edit));
  };
  // What cannot be changed here can still be changed in the file.
  const isFixed = settingAt(text, path, value) === undefined;
  const onChange = ({ detail }: { readonly detail: { readonly value: string } }) =>
    change(detail.value);
  return (
    <FormField label={label} description={isFixed ? t(($) => $.drafts.inFile) : undefined}>
      {isLong ? (
        <Textarea value={value} onChange={onChange} readOnly={isFixed} rows={4} />
      ) : (
        <Input value={value} onChange={onChange} readOnly={isFixed} />
      )}
    </FormField>
  );
}

/** What the first step says, in each language, with what a text costs. */
function FirstWords({ message, ...props }: FactsFormProps & { readonly message: string }) {
  const { t } = useTranslation();
  const { tongue } = useFormats();
  const files = Object.keys(props.texts).filter((file) => file.startsWith("messages/"));
  return files.map((file) => {
    const language = tongue(file.slice("messages/".length, -".yaml".length));
    const sms = valueAt(props.texts[file] ?? "", [message, "sms"]);
    const { segments: count = 0, units = 0 } = sms === undefined ? {} : segments(longest(sms));
    return (
      <div key={file}>
        <Field
          {...{ ...props, file, path: [message, "sms"], isLong: true }}
          label={t(($) => $.drafts.firstText, { language })}
        />
        {sms !== undefined && (
          <Badge color={count > 1 ? "severity-medium" : "green"}>
            {t(($) => $.campaign.segments, { count, units })}
          </Badge>
        )}
        <Field
          {...{ ...props, file, path: [message, "email", "subject"] }}
          label={t(($) => $.drafts.firstSubject, { language })}
        />
      </div>
    );
  });
}

function AudienceWords({ audience }: FactsFormProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Box variant="awsui-key-label">{t(($) => $.campaign.audience)}</Box>
      {audience.length === 0 ? (
        <Box variant="small">{t(($) => $.drafts.noAudience)}</Box>
      ) : (
        <ul>
          {audience.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
