import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type { Reach } from "#contracts/api/reach";
import { OpenNumber } from "./open-number.tsx";
import type { Opened } from "./people.tsx";

interface ReasonsProps {
  readonly kind: "withheld" | "refused";
  readonly reasons: Reach["withheld"];
  readonly onOpen: (opened: Opened) => void;
}

/** Why contacts were not made, or people not enrolled, the most frequent reason first. */
export function Reasons({ kind, reasons, onOpen }: ReasonsProps) {
  const { t } = useTranslation();
  return (
    <Container header={<Header variant="h2">{t(($) => $.reach[kind])}</Header>}>
      {reasons.length === 0 && (
        <Box color="text-status-inactive">{t(($) => $.reach.noReasons)}</Box>
      )}
      <table className="standing">
        <tbody>
          {reasons.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td>
                <OpenNumber
                  number={count}
                  what={reason}
                  onOpen={() =>
                    onOpen({ measure: `${kind}:${reason}`, value: undefined, what: reason })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Container>
  );
}
