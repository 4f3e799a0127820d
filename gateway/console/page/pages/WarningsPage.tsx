import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Warnings } from "../../generated/operations";
import { useAnswer } from "../hub/useAnswer";
import { AnswerBox } from "../parts/AnswerBox";
import { formatDay } from "../parts/formatTime";
import { useSession } from "../session/session";

const ASKED = 50; // as many as the document asks for

/** What the public is being warned of, the newest first. */
export function WarningsPage(): ReactNode {
  const { t } = useTranslation();
  const { standing } = useSession();
  const answered = useAnswer(Warnings, {}, standing);
  return (
    <>
      <h1>{t("nav.warnings")}</h1>
      <AnswerBox answered={answered}>
        {({ warnings }) =>
          (warnings ?? []).length === 0 ? (
            <p>{t("warnings.none")}</p>
          ) : (
            <>
              {warnings?.length === ASKED && <p className="amber">{t("page.first", { count: ASKED })}</p>}
              {(warnings ?? []).map(({ id, title, body, publishedAt }) => (
                <article key={id} className="card prose">
                  <h2>{title}</h2>
                  <p>{body}</p>
                  <p className="quiet number">{formatDay(publishedAt)}</p>
                </article>
              ))}
            </>
          )
        }
      </AnswerBox>
    </>
  );
}
