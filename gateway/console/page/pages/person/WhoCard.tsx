import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Facts } from "../../parts/Facts";
import { MaskedDocument } from "../../parts/MaskedDocument";
import { EnumTag } from "../../parts/EnumTag";
import type { Subject } from "./personFacts";

/** Who it is, as far as the caller may know, and whom they stand for. */
export function WhoCard({ subject }: { readonly subject: Subject }): ReactNode {
  const { t } = useTranslation();
  const identity = subject.telecomIdentity ?? subject.bankingIdentity;
  if (identity === null || identity === undefined) {
    return (
      <section className="who">
        <h1>{t("who.unknown")}</h1>
        <p className="quiet">{t("who.unknownWhy")}</p>
      </section>
    );
  }
  const sources = [
    subject.telecomIdentity ? t("register.telecom") : null,
    subject.bankingIdentity ? t("register.banking") : null,
  ].filter(source => source !== null);
  const ties = [
    ...(subject.legalRepresentative ? [["who.representative", [subject.legalRepresentative]] as const] : []),
    ...((subject.representedUnits ?? []).length > 0
      ? [["who.units", subject.representedUnits ?? []] as const]
      : []),
  ];
  return (
    <section className="who">
      <h1>{identity.name ?? t("who.unnamed")}</h1>
      <Facts
        rows={[
          [t("who.kind"), <EnumTag key="kind" of="SubjectKind" value={identity.kind} />],
          [
            t(`enums.IdentityDocumentType.${identity.documentType}`),
            <MaskedDocument key={subject.id} subjectId={subject.id} masked={identity.maskedNumber} />,
          ],
          [t("who.source"), sources.join(" · ")],
          ...ties.map(
            ([title, people]) =>
              [
                t(title),
                people.map(({ id, bankingIdentity }) => (
                  <div key={id}>
                    <Link to={`/person/${id}`}>{bankingIdentity?.name ?? t("who.unnamed")}</Link>
                  </div>
                )),
              ] as const,
          ),
        ]}
      />
    </section>
  );
}
