import { olist } from './olist';
import { onlineRetail } from './online-retail';
import type { SourceMapping } from './source-mapping';

/** The mappings that come with Waybill, by the name `--as` takes. */
export const BUILT_IN: Readonly<Record<string, SourceMapping>> = {
  [onlineRetail.source]: onlineRetail,
  [olist.source]: olist,
};
