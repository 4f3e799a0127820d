import { Button, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface PageStepsProps {
  /** The ends of the pages gone through so far; the last one is where the page shown begins. */
  readonly cursors: readonly string[];
  /** How many rows a page has at most. */
  readonly size: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } | null | undefined;
  readonly onChange: (cursors: readonly string[]) => void;
}

/** Says that a list is not whole; on to its next page, and back. */
export function PageSteps({ cursors, size, pageInfo, onChange }: PageStepsProps): ReactNode {
  const { t } = useTranslation();
  const hasNext = pageInfo?.hasNextPage === true;
  if (!hasNext && cursors.length === 0) return null;
  const from = cursors.length * size + 1;
  return (
    <Space>
      <span className="amber">
        {hasNext ? t("page.part", { from, to: from + size - 1 }) : t("page.last", { from })}
      </span>
      {cursors.length > 0 && (
        <Button size="small" className="not-printed" onClick={() => onChange(cursors.slice(0, -1))}>
          {t("page.before")}
        </Button>
      )}
      {hasNext && (
        <Button
          size="small"
          className="not-printed"
          onClick={() => onChange([...cursors, pageInfo.endCursor ?? ""])}
        >
          {t("page.further")}
        </Button>
      )}
    </Space>
  );
}
