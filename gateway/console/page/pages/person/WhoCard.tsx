import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Facts } from "../../parts/Facts";
import { MaskedDocument } from "../../parts/MaskedDocument";
import { NotAnswered } from "../../parts/NotAnswered";
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
  const { telecomIdentity, bankingIdentity } = subject;
  const other =
    telecomIdentity && bankingIdentity && !isSame(telecomIdentity, bankingIdentity) ? bankingIdentity : null;
  // What is shown is named after the register that said it, and after both only where both say the same.
  const sources = [
    telecomIdentity ? t("register.telecom") : null,
    bankingIdentity && other === null ? t("register.banking") : null,
  ].filter(source => source !== null);
  const ties = [
    ...(subject.legalRepresentative ? [["who.representative", [subject.legalRepresentative]] as const] : []),
    ...((subject.representedUnits ?? []).length > 0
      ? [["who.units", subject.representedUnits ?? []] as const]
      : []),
  ];
  // Undefined is what the caller may not ask.
  const hidesTies = [subject.legalRepresentative, subject.representedUnits].some(tie => tie === null);
  return (
    <section className="who">
      <h1>{identity.name ?? bankingIdentity?.name ?? t("who.unnamed")}</h1>
      <Facts
        rows={[
          [t("who.kind"), <EnumTag key="kind" of="SubjectKind" value={identity.kind} />],
          [
            t(`enums.IdentityDocumentType.${identity.documentType}`),
            <MaskedDocument key={subject.id} subjectId={subject.id} masked={identity.maskedNumber} />,
          ],
          [t("who.source"), sources.join(" · ")],
          ...(other === null
            ? []
            : [
                [
                  t("register.banking"),
                  <span key="other" className="amber">
                    {t("who.differs", {
                      name: other.name ?? t("who.unnamed"),
                      kind: t(`enums.SubjectKind.${other.kind}`),
                    })}
                  </span>,
                ] as const,
              ]),
          ...(hidesTies && bankingIdentity === null
            ? [
                [
                  t(identity.kind === "UNIT" ? "who.representative" : "who.units"),
                  <NotAnswered key="units" register="banking" />,
                ] as const,
              ]
            : []),
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

type Identity = NonNullable<Subject["bankingIdentity"]>;

/** A name that one register does not have is no other name. */
function isSame(one: Identity, other: Identity): boolean {
  const hasOneName = one.name === null || other.name === null || one.name === other.name;
  return hasOneName && one.kind === other.kind && one.documentType === other.documentType;
}
