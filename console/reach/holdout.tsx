import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useTranslation } from "react-i18next";
import type { Reach } from "#contracts/api/reach";
import { useFormats } from "../words/use-formats.ts";

type Arms = NonNullable<Reach["holdout"]>;

/** Who was contacted against who was not: the difference with what chance leaves open. */
export function Holdout({ holdout }: { readonly holdout: Arms }) {
  const { t } = useTranslation();
  const { share, count } = useFormats();
  const { contacted, heldOut, difference, followUpDays } = holdout;
  const armWords = ({ people, met }: Arms["contacted"]) =>
    people === null || met === null
      ? t(($) => $.reach.hidden)
      : t(($) => $.reach.arm, {
          met: count(met),
          people: count(people),
          share: share(people === 0 ? 0 : met / people),
        });
  return (
    <Container
      header={
        <Header variant="h2" description={t(($) => $.reach.followUp, { count: followUpDays })}>
          {t(($) => $.reach.holdout)}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: t(($) => $.reach.contacted), value: armWords(contacted) },
          { label: t(($) => $.reach.heldOut), value: armWords(heldOut) },
          {
            label: t(($) => $.reach.difference),
            value:
              difference === null ? (
                t(($) => $.reach.hidden)
              ) : (
                <>
                  <Box variant="strong">{share(difference.of)}</Box>{" "}
                  {t(($) => $.reach.interval, {
                    low: share(difference.low),
                    high: share(difference.high),
                  })}
                </>
              ),
          },
        ]}
      />
    </Container>
  );
}
