import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ModalChoice } from "../parts/modal-choice.tsx";

/** As the definition's own `id`. */
const form = /^[a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63}$/;

/** Asks what a campaign that is new is called, and goes where it is written. */
export function BeginCampaign() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [id, setId] = useState("");
  const isId = form.test(id);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(($) => $.drafts.begin)}</Button>
      {isOpen && (
        <Modal
          visible
          onDismiss={() => setOpen(false)}
          header={t(($) => $.drafts.begin)}
          footer={
            <ModalChoice
              verb={t(($) => $.drafts.beginVerb)}
              dismiss={() => setOpen(false)}
              isDisabled={!isId}
              choose={() => navigate(`/campaigns/${id}/draft`)}
            />
          }
        >
          <FormField
            label={t(($) => $.drafts.newId)}
            description={t(($) => $.drafts.newIdWhy)}
            errorText={id !== "" && !isId && t(($) => $.drafts.newIdWrong)}
          >
            <Input value={id} onChange={({ detail }) => setId(detail.value.trim())} />
          </FormField>
        </Modal>
      )}
    </>
  );
}
