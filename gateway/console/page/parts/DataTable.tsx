import { Table, type TableColumnsType } from "antd";
import { useContext, useState, type KeyboardEvent, type ReactNode } from "react";
import { PrintingContext } from "./PrintingContext";
import { SideSheet } from "./SideSheet";

interface DataTableProps<Row extends object> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: TableColumnsType<Row>;
  /** What stands where the rows would be. */
  readonly empty: ReactNode;
  /** The side sheet of a row: a row opens it, never a new page. */
  readonly sheet?: (row: Row) => { readonly title: ReactNode; readonly body: ReactNode };
  readonly rowClassName?: (row: Row) => string;
  readonly isLoading?: boolean;
  readonly selection?: {
    readonly keys: string[];
    readonly onChange: (keys: string[]) => void;
    readonly mayChoose: (row: Row) => boolean;
  };
}

const PAGE = 50; // a screen is filled, and a list of thousands still scrolls

/** A dense table: arrows move over the rows, Enter opens the row's sheet. On paper all rows stand there, each with its sheet. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { rows, rowKey, columns, empty, sheet, rowClassName, isLoading, selection } = props;
  const [openedKey, setOpenedKey] = useState<string | null>(null);
  // Apart from the key: what closes keeps its content until it has gone.
  const [isOpen, setIsOpen] = useState(false);
  // By its key: after a change the sheet shows the row as it is now.
  const opened = rows.find(row => rowKey(row) === openedKey);
  const open = (row: Row): void => {
    setOpenedKey(rowKey(row));
    setIsOpen(true);
  };
  const isPrinting = useContext(PrintingContext);
  const content = opened !== undefined && sheet !== undefined ? sheet(opened) : null;
  return (
    <>
      <Table<Row>
        size="small"
        dataSource={[...rows]}
        rowKey={rowKey}
        columns={columns}
        loading={isLoading ?? false}
        pagination={
          rows.length > PAGE && !isPrinting
            ? { pageSize: PAGE, size: "small", showSizeChanger: false }
            : false
        }
        locale={{ emptyText: empty }}
        {...(isPrinting && sheet !== undefined
          ? {
              expandable: {
                expandedRowRender: (row: Row) => sheet(row).body,
                expandedRowKeys: rows.map(rowKey),
                showExpandColumn: false,
              },
            }
          : {})}
        {...(rowClassName === undefined ? {} : { rowClassName })}
        {...(selection === undefined
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: selection.keys,
                onChange: keys => selection.onChange(keys.map(String)),
                getCheckboxProps: row => ({ disabled: !selection.mayChoose(row) }),
              },
            })}
        onRow={row =>
          sheet === undefined
            ? {}
            : {
                tabIndex: 0,
                className: "opens",
                onClick: event => {
                  if (!(event.target as HTMLElement).closest("button, a, input, label")) open(row);
                },
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveOrOpen(event, () => open(row)),
              }
        }
      />
      <SideSheet title={content?.title} isOpen={isOpen && content !== null} onClose={() => setIsOpen(false)}>
        {content?.body}
      </SideSheet>
    </>
  );
}

function moveOrOpen(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === "Enter") return open();
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
  const side = event.key in step ? step[event.key as keyof typeof step] : undefined;
  const next = side === undefined ? null : event.currentTarget[side];
  if (next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  }
}
