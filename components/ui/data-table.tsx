import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { TableRows } from './table-rows';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  right?: boolean;
  /** Spoken but not seen. */
  hideHeader?: boolean;
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now: 'ascending' | 'descending' | 'none' };
  /** Classes for the column's cells: `text-ink-2`, `max-sm:hidden`. */
  className?: string;
}

export interface DataTableProps<Row> {
  /** What the table is, for readers of the page and of screens. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Where a row opens; its first column becomes the link. */
  rowHref?: (row: Row) => string;
  /** What a row's tick box is called; gives the table a selection column. */
  selectLabel?: (row: Row) => string;
  /** Stands under the rows: a `TableFooter`, or an `EmptyState` when there are none. */
  footer?: ReactNode;
}

/**
 * A table of plain markup; one small island follows clicks, keys and selection for all rows.
 * With `selectLabel`, wrap it and its `BulkBar` in `Selection`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTranslations('ui');
  return (
    <TableRows>
      <table className="data-table">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.selectLabel ? (
              <th scope="col" className="tick">
                <input
                  type="checkbox"
                  data-select-all=""
                  aria-label={t('table.selectAll')}
                  className="check"
                />
              </th>
            ) : null}
            {props.columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const id = props.rowId(row);
            const href = props.rowHref?.(row);
            return (
              <tr key={id}>
                {props.selectLabel ? (
                  <td className="tick">
                    <input
                      type="checkbox"
                      data-row-select=""
                      value={id}
                      aria-label={props.selectLabel(row)}
                      className="check"
                    />
                  </td>
                ) : null}
                {props.columns.map((column, place) => (
                  <td key={column.key} className={cellClass(column)}>
                    {place === 0 && href ? (
                      <a href={href} data-row-link="">
                        {column.cell(row)}
                      </a>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {props.footer}
    </TableRows>
  );
}

function cellClass(column: { right?: boolean; className?: string }): string | undefined {
  return classNames(column.right && 'right', column.className) || undefined;
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const text = column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header;
  if (!sort) {
    return (
      <th scope="col" className={cellClass(column)}>
        {text}
      </th>
    );
  }
  const Arrow = sort.now === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className={cellClass(column)} aria-sort={sort.now}>
      <Link
        href={sort.href}
        prefetch={false}
        scroll={false}
        className="inline-flex items-center gap-1 hover:text-ink"
      >
        {text}
        {sort.now === 'none' ? null : <Arrow aria-hidden="true" className="size-3" />}
      </Link>
    </th>
  );
}
