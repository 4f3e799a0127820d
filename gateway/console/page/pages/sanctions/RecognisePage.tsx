import { Button, Result } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ShowNumberForWrit } from "../../../generated/operations";
import { findRefusal, type HubFault } from "../../hub/hubFault";
import { FaultBox } from "../../parts/FaultBox";
import { useSession } from "../../session/session";
import { purposeOf } from "../cases/purposeOf";
import { RecogniseForm } from "./RecogniseForm";
import type { DocumentOf } from "./previewInput";

interface Known {
  readonly document: DocumentOf;
  readonly name: string | null;
}

/** Recognises, in a case, what a confirmed person did. The document's number is fetched for the notice, and that is on record. */
export function RecognisePage(): ReactNode {
  const { number = "", id = "" } = useParams();
  // One person's number must not stay in the form when the address names another.
  return <Recognition key={`${number} ${id}`} number={number} id={id} />;
}

function Recognition({ number, id }: { readonly number: string; readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const { ask, purpose, choosePurpose } = useSession();
  const [known, setKnown] = useState<Known | null>(null);
  const [fault, setFault] = useState<HubFault | null>(null);
  const [doneId, setDoneId] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    const stated = purposeOf(number);
    if (purpose?.reference !== number) choosePurpose(stated);
    const { data, faults } = await ask(ShowNumberForWrit, { id }, { purpose: stated });
    const identity = data?.subject?.bankingIdentity ?? data?.subject?.telecomIdentity;
    const missing: HubFault = { code: "NOT_FOUND", message: "", path: [], id: null };
    const documentNumber = identity?.number ?? null;
    if (identity === null || identity === undefined || documentNumber === null)
      return setFault(findRefusal(data, faults) ?? faults[0] ?? missing);
    setFault(null);
    setKnown({
      name: identity.name,
      document: { type: identity.documentType, number: documentNumber },
    });
  };
  return (
    <>
      <h1>
        {t("recognise.heading")} <span className="number quiet">{number}</span>
      </h1>
      {doneId !== null ? (
        <Result
          status="success"
          title={t("recognise.done")}
          subTitle={<span className="number">{doneId}</span>}
          extra={<Link to={`/person/${id}`}>{t("recognise.toPerson")}</Link>}
        />
      ) : known === null ? (
        <section className="card prose">
          <p>{t("recognise.lead")}</p>
          <p className="quiet">{t("recognise.recorded")}</p>
          {fault !== null && <FaultBox fault={fault} />}
          <Button type="primary" onClick={() => void begin()}>
            {t("recognise.begin")}
          </Button>
        </section>
      ) : (
        <RecogniseForm
          caseNumber={number}
          subjectId={id}
          document={known.document}
          name={known.name}
          onDone={setDoneId}
        />
      )}
    </>
  );
}
