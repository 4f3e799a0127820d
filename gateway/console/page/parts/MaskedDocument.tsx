import { App, Button, Popover } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ShowNumberForWrit, ShowNumberToContact, ShowNumberToIdentify } from "../../generated/operations";
import { useSession } from "../session/session";

const SHOWN_FOR_MS = 60_000; // long enough to copy it down, too short to be left on a screen

/** Each reason is an operation of its own, so that it stands by name in the access record. */
const REASONS = { identify: ShowNumberToIdentify, writ: ShowNumberForWrit, contact: ShowNumberToContact };

interface MaskedDocumentProps {
  readonly subjectId: string;
  readonly masked: string;
}

/** A masked number; whoever may see it in full says why, is recorded, and sees it for a minute. */
export function MaskedDocument({ subjectId, masked }: MaskedDocumentProps): ReactNode {
  const { t } = useTranslation();
  const { ask, may } = useSession();
  const { message } = App.useApp();
  const [number, setNumber] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (number === null) return;
    const timer = setTimeout(() => setNumber(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [number]);
  const show = async (reason: keyof typeof REASONS): Promise<void> => {
    setIsOpen(false);
    const { data, faults } = await ask(REASONS[reason], { id: subjectId });
    const found = data?.subject?.telecomIdentity?.number ?? data?.subject?.bankingIdentity?.number ?? null;
    setNumber(found);
    if (found === null) void message.warning(t(`fault.${faults[0]?.code ?? "NOT_FOUND"}.what`));
  };
  if (!may("identity:number:read")) return <span className="number">{masked}</span>;
  if (number !== null) {
    return (
      <span>
        <span className="number shown">{number}</span>{" "}
        <Button size="small" type="link" onClick={() => setNumber(null)}>
          {t("masked.hide")}
        </Button>
      </span>
    );
  }
  return (
    <span>
      <span className="number">{masked}</span>{" "}
      <Popover
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger="click"
        title={t("masked.why")}
        content={
          <div className="reasons">
            {(Object.keys(REASONS) as (keyof typeof REASONS)[]).map(reason => (
              <Button key={reason} block size="small" onClick={() => void show(reason)}>
                {t(`masked.reason.${reason}`)}
              </Button>
            ))}
            <p className="quiet">{t("masked.recorded")}</p>
          </div>
        }
      >
        <Button size="small" type="link">
          {t("masked.show")}
        </Button>
      </Popover>
    </span>
  );
}
