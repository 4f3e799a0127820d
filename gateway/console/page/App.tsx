import { App as KitApp, ConfigProvider, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppearanceContext, keepAppearance, readAppearance, type Appearance } from "./frame/appearance";
import { EntryGate } from "./session/EntryGate";
import { Pages } from "./Pages";

/** 13 px text on an 8 px grid: as dense as a good table, not as a form. */
const SIZES = { fontSize: 13, borderRadius: 4, controlHeight: 30 };
const FONT = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';
/** One accent; red is kept for a measure in force, amber for silence and lateness. */
const COLOURS = {
  light: { colorPrimary: "#1f5fa8", colorError: "#c0232c", colorWarning: "#b26a00", colorLink: "#1f5fa8" },
  dark: { colorPrimary: "#3d7fcc", colorError: "#e0525a", colorWarning: "#d89614", colorLink: "#6ea8e8" },
};
/** The kit's own greys are too faint to be read. */
const QUIET = { light: "#5b6675", dark: "#a3adb9" };

/** The whole page: language, appearance, and who is there. */
export function App(): ReactNode {
  const { i18n } = useTranslation();
  const [appearance, setAppearance] = useState<Appearance>(readAppearance);
  const chosen = useMemo(
    () => ({
      appearance,
      changeAppearance: (next: Appearance) => {
        keepAppearance(next);
        setAppearance(next);
      },
    }),
    [appearance],
  );
  return (
    <ConfigProvider
      locale={i18n.language === "en" ? enUS : zhCN}
      csp={{ nonce: readNonce() }}
      // A blank between two characters would be part of the button's name.
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: appearance === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          ...COLOURS[appearance],
          ...SIZES,
          // The kit ends a movement when the browser says so. A busy browser skips some and says nothing: a dialog
          // would stay, and a button would spin, for good.
          motion: false,
          // Under the pointer the kit makes a link fainter than can be read.
          colorLinkHover: COLOURS[appearance].colorLink,
          fontFamily: FONT,
          colorTextDescription: QUIET[appearance],
          colorTextPlaceholder: QUIET[appearance],
        },
        components: {
          Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8 },
          // The accent as text: on dark ground the filled one is too faint.
          Tabs: { itemSelectedColor: COLOURS[appearance].colorLink },
        },
      }}
    >
      <AppearanceContext value={chosen}>
        <KitApp>
          <EntryGate>
            <Pages />
          </EntryGate>
        </KitApp>
      </AppearanceContext>
    </ConfigProvider>
  );
}

/** The page's own style sheets carry the nonce that came with it; the kit's need it too. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
