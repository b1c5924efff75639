import { previewUpload, previewUploadInput } from '@/lib/exchange/preview-upload';
import { storeQuestion } from '@/lib/web/store-route';

export const POST = storeQuestion({
  permission: 'data.import',
  input: previewUploadInput,
  run: previewUpload,
});
