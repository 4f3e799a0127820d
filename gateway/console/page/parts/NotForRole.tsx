import { Result } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { destinationsFor } from "../frame/destinations";
import { useSession } from "../session/session";

/** Stands where an address leads to a page of another role: it says so, asks nothing, and names the reader's own pages. */
export function NotForRole(): ReactNode {
  const { t } = useTranslation();
  const places = destinationsFor(useSession(), "/");
  return (
    <Result
      status="info"
      title={<h1>{t("notForRole.what")}</h1>}
      subTitle={t("notForRole.next")}
      extra={
        <ul className="own-pages">
          {places.map(({ name, to }) => (
            <li key={name}>
              <Link to={to}>{t(`nav.${name}`)}</Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
