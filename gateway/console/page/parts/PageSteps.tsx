import { Button, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface PageStepsProps {
  /** The ends of the pages gone through so far; the last one is where the page shown begins. */
  readonly cursors: readonly string[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } | null | undefined;
  readonly onChange: (cursors: readonly string[]) => void;
}

/** On to the next page of a list, and back. */
export function PageSteps({ cursors, pageInfo, onChange }: PageStepsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Space>
      {cursors.length > 0 && (
        <Button size="small" onClick={() => onChange(cursors.slice(0, -1))}>
          {t("page.before")}
        </Button>
      )}
      {pageInfo?.hasNextPage === true && (
        <Button size="small" onClick={() => onChange([...cursors, pageInfo.endCursor ?? ""])}>
          {t("page.further")}
        </Button>
      )}
    </Space>
  );
}
