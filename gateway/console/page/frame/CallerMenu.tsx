import { Button, Dropdown } from "antd";
import { useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/session";
import { AppearanceContext } from "./appearance";

/** Who is there, and how to leave. */
export function CallerMenu(): ReactNode {
  const { t } = useTranslation();
  const { caller, signOut } = useSession();
  const { appearance, changeAppearance } = useContext(AppearanceContext);
  const house = caller.institution?.name ?? caller.authority?.name;
  const items = [
    { key: "appearance", label: t(appearance === "dark" ? "frame.light" : "frame.dark") },
    { key: "out", label: t("frame.signOut") },
  ];
  const onClick = ({ key }: { key: string }): void => {
    if (key === "out") signOut();
    else changeAppearance(appearance === "dark" ? "light" : "dark");
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={["click"]}>
      <Button type="text" size="small" className="caller">
        {caller.id.split("/")[1]}
        {house === undefined ? "" : ` · ${house}`} ▾
      </Button>
    </Dropdown>
  );
}
