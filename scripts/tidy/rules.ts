import { allowFirst } from './allow-first';
import { clockAndEnvironment } from './clock-and-environment';
import { connections } from './connections';
import { fileNames } from './file-names';
import { importDirections } from './import-directions';
import { leftovers } from './leftovers';
import { literalText } from './literal-text';
import { machineTraces } from './machine-traces';
import { messageUse } from './message-use';
import { messages } from './messages';
import { moneyArithmetic } from './money-arithmetic';
import { networkInTransaction } from './network-in-transaction';
import { packages } from './packages';
import { pageGuard } from './page-guard';
import { queryColumns } from './query-columns';
import { rulesInApp } from './rules-in-app';
import { singleWriter } from './single-writer';
import { sizes } from './sizes';
import type { Rule } from './tree';
import { typeSafety } from './type-safety';
import { unitNames } from './unit-names';
import { webExports } from './web-exports';

/** The style guide, one rule a file. */
export const RULES: readonly Rule[] = [
  importDirections,
  singleWriter,
  connections,
  allowFirst,
  webExports,
  pageGuard,
  networkInTransaction,
  clockAndEnvironment,
  rulesInApp,
  moneyArithmetic,
  queryColumns,
  typeSafety,
  sizes,
  fileNames,
  unitNames,
  messages,
  messageUse,
  literalText,
  machineTraces,
  leftovers,
  packages,
];
