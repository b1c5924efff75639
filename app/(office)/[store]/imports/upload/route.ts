import { receiveUpload, receiveUploadInput } from '@/lib/exchange/receive-upload';
import { storeUpload } from '@/lib/web/store-route';

/** Takes a file as it comes, straight to disk. */
export const POST = storeUpload({
  permission: 'data.import',
  input: receiveUploadInput,
  fields: (query) => ({ kind: query.get('kind'), fileName: query.get('name') }),
  run: (ctx, input, body) => receiveUpload(ctx, { ...input, body }),
});
